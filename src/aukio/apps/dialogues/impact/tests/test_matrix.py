"""Role × object: who may open and do what, and that nothing leaks to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import rules
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.impact.models import Brief, Entry, Question
from aukio.apps.dialogues.impact.rules import ANSWER_CODE
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.tests.pages.scene import Scene, scene
from aukio.shared.accounts import codes
from aukio.shared.organisations.tests.factories import member, organisation

pytestmark = pytest.mark.django_db
SECRETS = ("Oona Omistaja", "oona@example.org", "Päällikkö", "paivi@example.org")
ROLES = (
    *("public", "participant", "scribe", "organiser", "core", "owner", "other_owner"),
    *("editor", "outsider"),
)


@dataclass(frozen=True)
class House:
    """A published round with a brief in work, one question, and one of another ministry."""

    made: Scene
    brief: Brief
    asked: Question
    other: Question


@pytest.fixture
def house() -> House:
    made = make.told()
    brief = make.accepted(made)
    asked, other = make.question(made), make.question(made)
    make.answer(asked)
    return House(made, brief, asked, other)


def client(role: str, house: House) -> Client:
    if role in ("public", "participant"):
        return Client()  # a participant holds a code and no account
    people: dict[str, Any] = {
        "scribe": lambda: member(organisation(), "dialogues", "scribe"),
        "organiser": lambda: organiser(house.made.dialogues[0].organiser),
        "core": core_group,
        "owner": lambda: make.owner_of(house.asked),
        "other_owner": lambda: make.owner_of(house.other),
        "editor": lambda: member(organisation(), "dialogues", "editor"),
        "outsider": outsider,
    }
    return signed_in(people[role]())


def closed(house: House) -> dict[str, tuple[str, set[str]]]:
    """Every closed page with those who may open it."""
    slug, point = house.made.round.slug, house.brief.points.first()

    def go(name: str, *args: object) -> str:
        return reverse(f"impact:{name}", args=args)

    return {
        "desk": (go("desk", slug), {"core", "editor"}),
        "brief-desk": (go("brief-desk", slug), {"core", "editor"}),
        "brief-ask": (go("brief-ask", slug), {"core", "editor"}),
        "point-edit": (go("point-edit", point.pk), {"core", "editor"}),
        "ask": (go("ask", slug, house.made.theme.pk), {"core"}),
        "contact": (go("contact", house.asked.pk), {"core"}),
        "due": (go("due", house.asked.pk), {"core"}),
        "withdraw": (go("withdraw", house.asked.pk), {"core"}),
        "own": (go("own", house.asked.pk), {"owner"}),
        "own-write": (go("own-write", house.asked.pk, "answer"), {"owner"}),
        "mine": (go("mine"), {"owner", "other_owner"}),
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_closed_page_opens_to_its_own_people_only(role: str, house: House) -> None:
    visitor = client(role, house)

    for name, (address, may) in closed(house).items():
        status = visitor.get(address).status_code
        refused = 302 if role in ("public", "participant") else 403
        assert status == (200 if role in may else refused), (name, status)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "core"])
def test_nobody_else_publishes_asks_or_answers(role: str, house: House) -> None:
    visitor = client(role, house)
    slug, asked = house.made.round.slug, house.asked
    posts = {
        reverse("impact:brief-publish", args=[slug]): {"sure": "on"},
        reverse("impact:ask", args=[slug, house.made.theme.pk]): {"text_fi": "?"},
        reverse("impact:contact", args=[asked.pk]): {"email": "x@example.org", "language": "fi"},
        reverse("impact:due", args=[asked.pk]): {"due": "2030-01-01", "reason": "x"},
        reverse("impact:withdraw", args=[asked.pk]): {"reason": "x", "sure": "on"},
    }
    if role != "owner":
        posts[reverse("impact:own-write", args=[asked.pk, "answer"])] = {
            "heard": "x",
            "will_do": "y",
            "language": "fi",
            "seen": "1",
        }

    for address, given in posts.items():
        assert visitor.post(address, given).status_code in (302, 403)
    assert Entry.objects.count() == 1
    assert Question.objects.count() == 2
    assert not house.made.round.brief_editions.exists()
    assert asked.contact.email == "oona@example.org"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("rule", "may"),
    [
        ("impact.see_desk", {"core", "editor"}),
        ("impact.edit_brief", {"core", "editor"}),
        ("impact.publish_brief", {"core"}),
        ("impact.ask", {"core"}),
        ("impact.answer", {"owner"}),
    ],
)
def test_the_rules_themselves(rule: str, may: set[str], role: str) -> None:
    asked = make.question()
    people: dict[str, Any] = {
        "public": lambda: None,
        "participant": lambda: codes.find(codes.issue("participant", asked), "participant"),
        "scribe": lambda: member(organisation(), "dialogues", "scribe"),
        "organiser": organiser,
        "core": core_group,
        "owner": lambda: make.owner_of(asked),
        "other_owner": lambda: member(organisation(), "dialogues", "owner"),
        "editor": lambda: member(organisation(), "dialogues", "editor"),
        "outsider": outsider,
    }
    target = asked if rule == "impact.answer" else asked.round

    assert rules.test_rule(rule, people[role](), target) == (role in may)


class TestCodes:
    def test_a_code_opens_its_own_question_and_no_other(self, house: House) -> None:
        code = codes.find(codes.issue(ANSWER_CODE, house.asked), ANSWER_CODE)

        assert rules.test_rule("impact.answer", code, house.asked)
        assert not rules.test_rule("impact.answer", code, house.other)
        assert not rules.test_rule("impact.ask", code, house.made.round)
        assert not rules.test_rule("impact.edit_brief", code, house.brief)

    def test_a_code_of_another_purpose_answers_nothing(self, house: House) -> None:
        token = codes.issue("participant", house.asked)

        assert Client().get(reverse("impact:by-code", args=[token])).status_code == 404

    def test_a_revoked_code_opens_nothing(self, house: House) -> None:
        token = codes.issue(ANSWER_CODE, house.asked)
        codes.revoke(codes.find(token, ANSWER_CODE))

        assert Client().get(reverse("impact:by-code", args=[token])).status_code == 404


def everything_public(house: House) -> list[str]:
    slug = house.made.round.slug
    names = [
        *(("all",), ("csv",), ("json",), ("feed",), ("round", slug), ("round-feed", slug)),
        *(("question", house.asked.pk), ("question", house.other.pk), ("follow", slug)),
    ]
    return [
        *(reverse(f"impact:{name}", args=args) for name, *args in names),
        *("/api/v1/dialogues/impact/questions", "/api/v1/dialogues/impact/briefs"),
        *("/api/v1/dialogues/impact/share", "/en/"),
        reverse("dialogues:round", args=[slug]),
        reverse("dialogues:theme", args=[slug, house.made.theme.pk]),
    ]


class TestLeaks:
    @pytest.mark.parametrize("role", [role for role in ROLES if role != "core"])
    def test_no_name_or_address_of_a_contact_is_anywhere(self, role: str, house: House) -> None:
        visitor = client(role, house)

        for address in everything_public(house):
            answer = visitor.get(address)
            assert answer.status_code == 200, address
            told = answer.content.decode()
            assert not [secret for secret in SECRETS if secret in told], address

    def test_a_brief_in_work_is_nowhere_public(self, house: House) -> None:
        brief = house.brief
        brief.points.update(text_fi="Vielä salaista.", status_fi="original")
        brief.points.update(text_en="Vielä salaista.", status_en="original")
        slug = house.made.round.slug

        assert Client().get(reverse("impact:brief", args=[slug])).status_code == 404
        for form in ("pdf", "json"):
            address = reverse("impact:brief-file", args=[slug, form])
            assert Client().get(address).status_code == 404
        for address in everything_public(house):
            assert "Vielä salaista" not in Client().get(address).content.decode()

    def test_a_round_being_planned_has_no_public_pages_here(self) -> None:
        made = scene(published=False)
        made.round.status = "planned"
        made.round.save()
        slug = made.round.slug

        for name in ("round", "round-feed", "follow", "brief"):
            assert Client().get(reverse(f"impact:{name}", args=[slug])).status_code == 404
        assert Client().get(f"{reverse('impact:csv')}?round={slug}").status_code == 404

    def test_words_whose_permission_was_taken_back_are_in_no_brief(self) -> None:
        """A brief holds sentences and ways to quotes, and no quotes."""
        made = make.told()
        edition = make.edition(made)

        assert "Kukaan ei soita" not in str(edition.content)
        assert "Ingen ringer" not in str(edition.content)
