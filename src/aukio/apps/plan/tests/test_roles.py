"""Who may open what: every address of the room, page, file, feed and interface, for each role."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.plan.actions import report_status
from aukio.apps.plan.actions.status import Told
from aukio.apps.plan.models import Evidence, Measure
from aukio.apps.plan.tests import factories
from aukio.apps.plan.tests.examples import examples
from aukio.apps.plan.urls import urlpatterns

pytestmark = pytest.mark.django_db
ROLES = ("public", "member", "lead", "other_lead", "team", "reviewer")
EVERYONE = set(ROLES)
LEAD_AND_TEAM = {"lead", "team"}
OPENED_BY = {
    "plan": EVERYONE,
    "plan-colours": EVERYONE,
    "measure-without-figures": EVERYONE,
    "plan-json": EVERYONE,
    "measure-csv": EVERYONE,
    "plan-feed": EVERYONE,
    "report": EVERYONE,
    "report-file": EVERYONE,
    "plan-history": EVERYONE,
    "indicator-list": EVERYONE,
    "indicator-edit": {"team"},
    "figure": EVERYONE,
    "team": {"team"},
    "other-list": EVERYONE,
    "other-plan": EVERYONE,
    "other-files": EVERYONE,
    "other-measure": EVERYONE,
    "review-list": {"reviewer"},
    "period-list": {"team"},
    "plan-follow": EVERYONE,
    "subscription": EVERYONE,
    "subscription-stop": EVERYONE,
    "commitment": EVERYONE,
    "measure": EVERYONE,
    "measure-feed": EVERYONE,
    "measure-light": EVERYONE,
    "measure-follow": EVERYONE,
    "comment-add": EVERYONE,
    "comment-answer": LEAD_AND_TEAM,
    "measure-update": LEAD_AND_TEAM,
    "measure-approve": {"team"},
    "people": {"team"},
    "milestone-list": LEAD_AND_TEAM,
    "milestone-edit": LEAD_AND_TEAM,
    "measure-amend": {"team"},
    "review-add": {"team", "reviewer"},
    "figure-tell": LEAD_AND_TEAM,
    "evidence-file": EVERYONE,
    "evidence-check": {"team", "reviewer"},
}
SENT_TO = {"other-show"}  # takes a form and shows nothing; its own test says who may
INTERFACES = (
    "/api/v1/plan/measures",
    "/api/v1/plan/measures/1.1.1",
    "/api/v1/indicators",
    "/api/v1/indicators/dialogues.organisers",
    "/api/v1/indicators/dialogues.organisers/records",
)
PRIVATE = ("person-", "@example.fi", "secret remark")


@pytest.fixture
def known():
    """Parameters of the addresses, and somebody in each role."""
    factories.obstacles()
    found = examples()
    measure = Measure.objects.get(commitment__plan__is_current=True, number="1.1.1")
    other = Measure.objects.get(commitment__plan__is_current=True, number="1.1.2")
    _ask_for_completion(measure)
    people = {
        "public": None,
        "member": factories.person(),
        "lead": factories.lead_of(measure),
        "other_lead": factories.lead_of(other),
        "team": factories.team(),
        "reviewer": factories.reviewer(),
    }
    return found, people


def _ask_for_completion(measure):
    factories.evidence(measure, checked=True, remark="secret remark")
    told = Told("complete", "All is done.")
    report_status(by=None, measure=measure, told=told, after=measure.reports.count())


def test_the_matrix_names_every_address_of_the_room():
    assert {pattern.name for pattern in urlpatterns} - SENT_TO == set(OPENED_BY)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_the_matrix_says_and_no_more(role, known, client):
    found, people = known
    if people[role]:
        client.force_login(people[role])
    seen = {}
    for name in OPENED_BY:
        address = reverse(f"plan:{name}", kwargs=found.get(f"plan:{name}"))
        seen[name] = _is_open(client.get(address), address)

    assert seen == {name: role in allowed for name, allowed in OPENED_BY.items()}


def _is_open(answer, address: str) -> bool:
    """Open, or a way on within the room; else a way to sign in, or a refusal."""
    if answer.streaming:
        b"".join(answer.streaming_content)
    if answer.status_code == 302:
        return "/account/" not in answer.url
    assert answer.status_code in (200, 403), address
    return answer.status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_a_refused_role_changes_nothing_by_post_either(role, known, client):
    found, people = known
    if people[role]:
        client.force_login(people[role])
    for name, allowed in OPENED_BY.items():
        if role in allowed:
            continue
        address = reverse(f"plan:{name}", kwargs=found.get(f"plan:{name}"))
        assert not _is_open(client.post(address, {}), address)


def test_the_interface_tells_every_role_the_same(known, client):
    _found, people = known
    as_public = {address: client.get(address) for address in INTERFACES}
    assert {answer.status_code for answer in as_public.values()} == {200}
    for role in ROLES[1:]:
        client.force_login(people[role])
        for address, answer in as_public.items():
            assert client.get(address).content == answer.content, (role, address)


def test_what_anyone_may_read_names_no_address_and_no_remark(known, client):
    found, _people = known
    open_to_all = [name for name, allowed in OPENED_BY.items() if allowed == EVERYONE]
    addresses = [reverse(f"plan:{name}", kwargs=found.get(f"plan:{name}")) for name in open_to_all]
    assert Evidence.objects.filter(remark="secret remark").exists()
    for address in (*addresses, *INTERFACES):
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = content.decode(errors="ignore")
        assert not [word for word in PRIVATE if word in text], address
