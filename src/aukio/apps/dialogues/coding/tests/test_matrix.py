"""Every role at every door of the coding desk: the core group comes in, nobody else."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.coding import actions, urls
from aukio.apps.dialogues.coding.rules import RULES
from aukio.apps.dialogues.coding.tests.scene import Scene
from aukio.apps.dialogues.models import Gate, Record
from aukio.apps.dialogues.rules import SCRIBE
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.accounts.models import Person
from aukio.shared.audit.models import Event
from aukio.shared.organisations.tests.factories import member, organisation
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db
ROLES: dict[str, Callable[[Scene], object]] = {
    "public": lambda here: AnonymousUser(),
    "participant with a code": lambda here: make.code(
        "organising.participant", here.records[0].dialogue
    ),
    "scribe": lambda here: make.code(SCRIBE, here.records[0].dialogue),
    "organiser": lambda here: make.organiser(here.records[0].dialogue.organiser),
    "core group": lambda here: here.anna,
    "owner": lambda here: member(organisation(), "dialogues", "owner"),
    "editor": lambda here: member(organisation(), "dialogues", "editor"),
    "somebody of another room": lambda here: make.outsider(),
}
ON_NOTES = {"coding.code_note", "coding.settle"}


@pytest.mark.parametrize("role", ROLES)
def test_only_the_core_group_may_do_anything_here(role, here):
    who = ROLES[role](here)
    may = {
        rule: rules.test_rule(rule, who, here.notes[0] if rule in ON_NOTES else here.round)
        for rule in RULES
    }

    assert may == dict.fromkeys(RULES, role == "core group")


@pytest.mark.parametrize("rule", sorted(ON_NOTES))
@pytest.mark.parametrize("state", ["held", "superseded"])
def test_not_even_the_core_group_codes_a_note_it_may_not_read(rule, state, here):
    record = here.notes[0].record
    record.gate, record.superseded = (Gate.HELD, False) if state == "held" else (Gate.OWN, True)

    assert not rules.test_rule(rule, here.anna, here.notes[0])


def addresses(here: Scene) -> list[str]:
    """Every address of the wing, with what is here."""
    given = {
        "slug": here.round.slug,
        "code": here.bus.pk,
        "note": here.notes[0].pk,
        "what": "codings",
        "form": "csv",
    }
    return [
        reverse(f"coding:{one.name}", kwargs={k: given[k] for k in one.pattern.converters})
        for one in urls.urlpatterns
    ]


@pytest.mark.parametrize(
    "role", ["public", "organiser", "owner", "editor", "somebody of another room"]
)
def test_every_door_is_closed_to_others_to_look_and_to_send(role, here):
    who = ROLES[role](here)
    client = signed_in(who) if isinstance(who, Person) else Client()
    here.code(here.anna, 0, here.bus)

    for address in addresses(here):
        for answer in (client.get(address), client.post(address, {"codes": [here.doctor.pk]})):
            assert answer.status_code == (302 if role == "public" else 403), address
            assert "Bussi" not in answer.content.decode()
    assert here.codes(here.anna, 0) == {here.bus.pk}


def test_what_is_held_is_on_no_page_and_in_no_file_even_for_the_core_group(here):
    here.code(here.anna, 0, here.bus)
    here.proposal(1, here.doctor)
    Record.objects.filter(pk=here.records[0].pk).update(gate=Gate.HELD)
    client = here.client()

    for address in addresses(here):
        said = client.get(address, follow=True).content.decode()
        assert "Bussi ei kulje" not in said, address
        assert "Lääkäriin on jono" not in said, address


def test_nothing_of_the_desk_is_on_public_pages_in_search_or_in_the_api(here):
    name = "Salainen luokka"
    code = actions.add_code(by=here.anna, round=here.round, words=actions.Words(name))
    here.code(here.anna, 0, code)
    public = Client()
    slug = here.round.slug
    pages = [
        public.get(reverse("dialogues:round", args=[slug])),
        public.get(reverse("dialogues:dialogues", args=[slug])),
        public.get(reverse("dialogues:dialogue", args=[slug, here.records[0].dialogue_id])),
        public.get(f"/api/v1/dialogues/rounds/{slug}/"),
    ]

    assert not any(name in one.content.decode() for one in pages)
    assert name not in str(list(SearchEntry.objects.values()))


def test_the_audit_tells_what_was_done_but_no_word_of_a_note(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="Syy on tässä")
    told = json.dumps(list(Event.objects.values("verb", "detail")), ensure_ascii=False)

    assert "coding.settle" in told
    assert "Bussi ei kulje" not in told
