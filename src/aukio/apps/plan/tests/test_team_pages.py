"""The team's pages: right person, wrong method, bad input; two at once lose nothing."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from aukio.apps.plan.actions import Decision, amend_measure, open_period
from aukio.apps.plan.models import Amendment, Measure, Milestone, Responsible, Review
from aukio.apps.plan.tests import factories
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db
AMEND = "/en/plan/1.1.1/amend/"
STEPS = "/en/plan/1.1.1/milestones/"
PEOPLE = "/en/plan/1.1.1/people/"
REVIEW = "/en/plan/1.1.1/review/"
DECISION = Decision(why="The law changed.", decided=datetime.date(2026, 3, 1), approved_by="Group")


@pytest.fixture
def measure():
    factories.obstacles()
    return factories.measure("1.1.1", start="2023", end="2027")


@pytest.fixture
def team(measure, client):
    someone = factories.team()
    client.force_login(someone)
    return someone


def filled(client, address: str) -> dict[str, str]:
    """What the form on the page holds, as a browser would send it back."""
    form = client.get(address).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


class TestDesk:
    def test_my_work_leads_the_team_to_it_and_nobody_else(self, client, measure, team):
        link = 'href="/en/plan/team/"'
        assert link in client.get("/en/my-work/").content.decode()

        client.force_login(factories.lead_of(measure))
        assert link not in client.get("/en/my-work/").content.decode()

    def test_it_shows_each_measure_with_its_people_and_what_waits(self, client, measure, team):
        factories.lead_of(measure)
        factories.evidence(measure)
        Milestone.objects.create(measure=measure, code="m", due_date=datetime.date(2024, 1, 1))

        page = strip_tags(client.get("/en/plan/team/").content.decode())

        assert "Lead" in page
        assert "1 evidence to check, 1 milestone late" in page

    def test_late_reports_are_counted_when_the_last_day_is_over(self, client, measure, team):
        day = timezone.localdate() + datetime.timedelta(days=1)
        period = open_period(by=None, plan=measure.commitment.plan, code="2026-1", due=day)
        type(period).objects.update(due=timezone.localdate() - datetime.timedelta(days=1))

        assert "1 report is late" in client.get("/en/plan/team/").content.decode()

    def test_it_leads_to_everything_the_team_does(self, client, measure, team):
        desk = client.get("/en/plan/team/").content.decode()
        page = client.get("/en/plan/1.1.1/").content.decode()

        assert '/en/plan/1.1.1/#work"' in desk
        assert "/en/plan/periods/" in desk
        assert "/en/plan/indicators/" in desk
        for way in ("people", "milestones", "amend", "review", "figures"):
            assert f"/en/plan/1.1.1/{way}/" in page

    def test_the_plans_page_leads_the_team_to_it_and_nobody_else(self, client, measure, team):
        assert "/en/plan/team/" in client.get("/en/plan/").content.decode()
        client.logout()
        assert "/en/plan/team/" not in client.get("/en/plan/").content.decode()

    def test_the_number_of_queries_does_not_grow(self, client, measure, team, queries_of):
        few = queries_of(lambda: client.get("/en/plan/team/"))
        for number in ("1.1.2", "1.1.3", "1.1.4"):
            more = factories.measure(number)
            factories.lead_of(more)
            factories.evidence(more)
            factories.report(more)

        assert queries_of(lambda: client.get("/en/plan/team/")) <= few + 1

    def test_a_post_is_refused(self, client, measure, team):
        assert client.post("/en/plan/team/").status_code == 405


class TestAmending:
    def given(self, client, **changes):
        decision = {"why": "New law", "decided": "1.3.2026", "approved_by": "Group"}
        return {**filled(client, AMEND), **decision, **changes}

    def test_what_changes_is_kept_with_why_when_and_by_whom(self, client, measure, team):
        answer = client.post(AMEND, self.given(client, end="2028"))

        assert answer.status_code == 302
        assert Amendment.objects.get().changes == {"end": ["2027", "2028"]}
        history = client.get("/en/plan/history/").content.decode()
        assert "New law" in history
        assert "2027" in history
        assert "2028" in history

    def test_line_ends_alone_are_no_change(self, client, team):
        Measure.objects.update(text_fi="One\nTwo")

        client.post(AMEND, self.given(client, text_fi="One\r\nTwo", end="2028"))

        assert set(Amendment.objects.get().changes) == {"end"}

    @pytest.mark.parametrize(
        "change",
        [{"why": ""}, {"decided": "31.2.2026"}, {"approved_by": ""}, {"revision": "x"}, {}],
    )
    def test_bad_input_is_told_and_what_was_typed_stays(self, client, measure, team, change):
        given = self.given(client, **({"title_en": "Mine"} if change else {}), **change)

        answer = client.post(AMEND, given)

        assert answer.status_code == 200
        assert not Amendment.objects.exists()
        assert ("Mine" in answer.content.decode()) is bool(change)

    def test_two_at_once_see_both_texts_and_neither_is_lost(self, client, measure, team):
        mine = self.given(client, title_en="My title", lead_en="My lead")
        amend_measure(
            by=None,
            measure=measure,
            revision=1,
            values={"title_en": "Their title", "end": "2030"},
            decision=DECISION,
        )

        answer = client.post(AMEND, mine)

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Their title" in page
        assert "My title" in page
        assert page.count("You had not changed this.") == 1
        again = answer.context["form"]
        assert (again["end"].value(), again["title_en"].value()) == ("2030", "My title")

        data = {name: again[name].value() or "" for name in again.fields}
        assert client.post(AMEND, data).status_code == 302
        measure.refresh_from_db()
        assert (measure.end, measure.title_en, measure.lead_en) == ("2030", "My title", "My lead")

    def test_what_the_browser_says_it_read_may_be_anything(self, client, measure, team):
        mine = self.given(client, title_en="My title", before="[not json")
        amend_measure(
            by=None, measure=measure, revision=1, values={"end": "2030"}, decision=DECISION
        )

        assert client.post(AMEND, mine).status_code == 409


class TestMilestones:
    def test_a_lead_adds_one(self, client, measure):
        client.force_login(factories.lead_of(measure))

        client.post(STEPS, {"title": "Guide out", "due": "31.12.2026"})

        found = Milestone.objects.get()
        assert (found.title_en, found.due_date) == ("Guide out", datetime.date(2026, 12, 31))

    def test_its_page_says_when_it_was_done(self, client, measure, team):
        found = factories.milestone(measure)
        address = f"{STEPS}{found.pk}/"

        answer = client.post(address, {**filled(client, address), "done": "1.3.2026"})

        found.refresh_from_db()
        assert answer.status_code == 302
        assert found.done == datetime.date(2026, 3, 1)
        assert re.search(r"1\s*March\s*2026", client.get(STEPS).content.decode())

    @pytest.mark.parametrize("change", [{"title": ""}, {"done": "31.2.2026"}, {"done": "1.3.2999"}])
    def test_bad_input_is_told(self, client, measure, team, change):
        found = factories.milestone(measure)
        address = f"{STEPS}{found.pk}/"

        answer = client.post(address, {**filled(client, address), **change})

        assert answer.status_code == 200
        assert Milestone.objects.get().revision == 1

    def test_two_at_once_see_both_texts(self, client, measure, team):
        found = factories.milestone(measure, due="2026")
        address = f"{STEPS}{found.pk}/"
        mine = {**filled(client, address), "title": "My step"}
        client.post(address, {**filled(client, address), "title": "Their step", "due": "2027"})

        answer = client.post(address, mine)

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Their step" in page
        assert "My step" in page
        assert answer.context["form"]["due"].value() == "2027"
        assert answer.context["form"]["revision"].value() == "2"

    def test_one_of_another_measure_is_not_found(self, client, measure, team):
        other = factories.milestone(factories.measure("1.1.2"))

        assert client.get(f"{STEPS}{other.pk}/").status_code == 404

    def test_an_empty_title_adds_nothing(self, client, measure, team):
        assert client.post(STEPS, {"title": " "}).status_code == 200
        assert not Milestone.objects.exists()


class TestPeople:
    def test_the_team_names_somebody_and_takes_them_off(self, client, measure, team):
        client.post(PEOPLE, {"email": "new@example.fi", "name": "New One", "language": "sv"})
        named = Responsible.objects.get()
        assert named.person.name == "New One"

        client.post(PEOPLE, {"remove": str(named.pk)})

        assert not Responsible.objects.exists()
        assert Event.objects.filter(verb="plan.remove_lead").exists()

    def test_a_wrong_address_is_told(self, client, measure, team):
        answer = client.post(PEOPLE, {"email": "nobody", "language": "fi"})

        assert answer.status_code == 200
        assert not Responsible.objects.exists()

    @pytest.mark.parametrize("given", ["0", "x", "9999", "9" * 5000])
    def test_taking_off_somebody_who_is_not_there_is_not_found(self, client, measure, team, given):
        assert client.post(PEOPLE, {"remove": given}).status_code == 404

    def test_nobody_of_another_measure_is_taken_off(self, client, measure, team):
        other = factories.measure("1.1.2")
        factories.lead_of(other)

        assert client.post(PEOPLE, {"remove": other.responsible.get().pk}).status_code == 404


class TestReviews:
    GIVEN = {"kind": "independent", "reviewer": "A. Reviewer", "text": "Good.", "completion": ""}

    def test_a_reviewer_writes_one_with_codes_of_their_own(self, client, measure):
        client.force_login(factories.reviewer())

        client.post(REVIEW, {**self.GIVEN, "codes": "Ambition = high\nrelevance=low"})

        assert Review.objects.get().codes == {"ambition": "high", "relevance": "low"}
        assert "Good." in client.get("/en/plan/1.1.1/").content.decode()

    def test_the_team_writes_only_its_own(self, client, measure, team):
        assert client.post(REVIEW, self.GIVEN).status_code == 200
        assert client.post(REVIEW, {**self.GIVEN, "kind": "self"}).status_code == 302
        assert Review.objects.get().kind == "self"

    @pytest.mark.parametrize(
        "change", [{"text": ""}, {"codes": "ambition"}, {"codes": "Ö!=1"}, {"completion": "done"}]
    )
    def test_bad_input_is_told_and_what_was_typed_stays(self, client, measure, change):
        client.force_login(factories.reviewer())

        answer = client.post(REVIEW, {**self.GIVEN, **change})

        assert answer.status_code == 200
        assert "A. Reviewer" in answer.content.decode()
        assert not Review.objects.exists()

    def test_the_reviewers_page_shows_what_they_have_reviewed(self, client, measure):
        reviewer = factories.reviewer()
        client.force_login(reviewer)
        client.post(REVIEW, self.GIVEN)

        page = strip_tags(client.get("/en/plan/reviews/").content.decode())

        assert re.search(r"1 review\.\s+Your latest", page)


def test_the_versions_a_form_read_are_plain_json(client, measure, team):
    before = filled(client, AMEND)["before"]

    assert json.loads(before)["end"] == "2027"
