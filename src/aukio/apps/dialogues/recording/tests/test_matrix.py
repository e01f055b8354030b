"""Who sees what of a record: every role, every object, every way out. Nothing leaks."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.actions import gate
from aukio.apps.dialogues.drafting import said_in
from aukio.apps.dialogues.exports import export
from aukio.apps.dialogues.models import Finding, Gate, Record
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.rules import RULES
from aukio.apps.dialogues.recording.tests.scene import Scene, scene
from aukio.apps.dialogues.rules import SCRIBE
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.audit.models import Event
from aukio.shared.organisations.tests.factories import member, organisation
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db
PLAIN = "Kirjastossa sanotaan päivää."
SECRETS = ("131052-308T", "040 123 4567", "matti.virtanen@example.fi", "Virtanen")
TEXT = (
    "Tunnus 131052-308T mainittiin.\nSoita 040 123 4567 illalla.\n"
    f"Kirjoita matti.virtanen@example.fi tänne.\nMatti Virtanen kertoi.\n{PLAIN}"
)
ROLES: dict[str, Callable[[Scene], object]] = {
    "public": lambda here: AnonymousUser(),
    "participant with a code": lambda here: make.code("organising.participant", here.dialogue),
    "scribe": lambda here: make.code(SCRIBE, here.dialogue),
    "scribe of another dialogue": lambda here: make.code(SCRIBE, make.DialogueFactory()),
    "organiser": lambda here: here.organiser,
    "organiser of another dialogue": lambda here: make.organiser(),
    "core group": lambda here: make.core_group(),
    "owner": lambda here: member(organisation(), "dialogues", "owner"),
    "editor": lambda here: member(organisation(), "dialogues", "editor"),
    "somebody of another room": lambda here: make.outsider(),
}
OWN, WRITES, CORE = {"organiser"}, {"organiser", "scribe"}, {"core group"}
MAY = {
    "recording.write": WRITES,
    "recording.invite_scribe": OWN,
    "recording.count_people": OWN,
    "recording.edit_form": CORE,
}


@pytest.fixture
def here() -> Scene:
    return scene()


@pytest.fixture
def record(here: Scene) -> Record:
    sheet = here.written(TEXT)
    actions.set_facts(by=here.organiser, sheet=sheet, language="fi", permission="whole")
    sheet.refresh_from_db()
    return actions.send(by=here.organiser, sheet=sheet)


def redact_all(here: Scene, record: Record) -> None:
    gate.decide(
        by=here.organiser,
        findings=record.findings.select_related("record"),
        decision="redact",
        reason="Kertoo kuka",
        replacement="[salattu]",
    )
    record.refresh_from_db()
    gate.hand_over(by=here.organiser, record=record)
    record.refresh_from_db()


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_its_own_and_no_more(rule, role, here):
    who = ROLES[role](here)
    target = here.dialogue.round if rule == "recording.edit_form" else here.dialogue

    assert rules.test_rule(rule, who, target) is (role in MAY[rule])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", ["held", "handed over"])
def test_who_reads_a_record_s_words(role, state, here, record):
    if state == "handed over":
        redact_all(here, record)
    readers = {"organiser"} | (CORE if state == "handed over" else set())

    assert rules.test_rule("dialogues.read_record", ROLES[role](here), record) is (role in readers)
    assert rules.test_rule("dialogues.decide_findings", ROLES[role](here), record) is (
        role == "organiser"
    )


def all_pages(here: Scene, record: Record) -> list[str]:
    """Every address of the room and of the wing, with what is here."""
    from aukio.apps.dialogues import urls as of_room
    from aukio.apps.dialogues.recording import urls as of_wing

    theme = here.dialogue.round.themes.first()
    given = {
        "dialogue": here.dialogue.pk,
        "record": record.pk,
        "slug": here.dialogue.round.slug,
        "field": "talked",
        "key": "1-0",
        "file": 1,
        "scribe": 1,
        "theme": theme.pk if theme else 1,
        "form": "json",
        "note": record.notes.first().pk,
        "sentence": 1,
        "quote": 1,
        "kind": "short",
        "code": "wrong",
    }
    return [
        reverse(
            f"{module.app_name}:{one.name}", kwargs={k: given[k] for k in one.pattern.converters}
        )
        for module in (of_room, of_wing)
        for one in module.urlpatterns
    ]


@pytest.mark.parametrize(
    "role",
    ["public", "organiser of another dialogue", "core group", "owner", "editor"]
    + ["somebody of another room"],
)
def test_no_page_shows_a_held_record_to_others(role, here, record):
    who = ROLES[role](here)
    client = Client() if role == "public" else signed_in(who)
    for address in all_pages(here, record):
        said = client.get(address, follow=True).content.decode()
        for secret in (*SECRETS, PLAIN):
            assert secret not in said, address


def test_a_code_of_another_kind_opens_no_record(here, record):
    from aukio.shared.accounts.codes import issue

    for purpose, target in (
        ("organising.participant", here.dialogue),
        (SCRIBE, here.dialogue.round),
        ("recording.scribe2", here.dialogue),
    ):
        address = reverse("recording:scribe-sheet", args=[issue(purpose, target)])
        assert Client().get(address).status_code == 404


def test_a_held_record_reaches_no_desk_no_machine_and_no_summary(here, record):
    round = here.dialogue.round
    theme = make.ThemeFactory(round=round)

    assert said_in(round) == []
    from aukio.apps.dialogues import queries

    assert queries.desk(round).notes == 0
    with pytest.raises(Exception, match="notes"):
        room.move_notes(by=None, notes=list(record.notes.all()), to=theme)


def published(here: Scene, record: Record) -> str:
    """Everything that goes out of the house once the round is published."""
    from aukio.apps.dialogues.models import Summary

    round = here.dialogue.round
    theme = make.ThemeFactory(round=round)
    plain = record.notes.get(text=PLAIN)
    room.move_notes(by=None, notes=list(record.notes.all()), to=theme)
    make.sentence(theme, plain)
    Summary.objects.filter(round=round).update(ready=["fi"])
    made = room.publish(by=None, round=round)
    files = [export(made, form, "fi")[1].decode("utf-8", "replace") for form in ("csv", "json")]
    client = Client()
    slug = round.slug
    seen = [
        client.get(reverse("dialogues:round", args=[slug])),
        client.get(reverse("dialogues:dialogue", args=[slug, here.dialogue.pk])),
        client.get(reverse("dialogues:theme", args=[slug, theme.pk])),
        client.get("/api/v1/dialogues/rounds/"),
        client.get(f"/api/v1/dialogues/rounds/{slug}/"),
        client.get(f"/api/v1/dialogues/rounds/{slug}/summary/"),
    ]
    desk = signed_in(make.core_group())
    inner = [
        desk.get(reverse("dialogues:record", args=[record.pk])),
        desk.get(reverse("dialogues:theme-desk", args=[theme.pk])),
        desk.get(reverse("dialogues:summary-theme", args=[theme.pk])),
        desk.get(reverse("dialogues:themes", args=[slug])),
    ]
    kept = json.dumps([made.content, made.notes], ensure_ascii=False)
    said = "\n".join(one.text for one in said_in(round))
    pages = "".join(answer.content.decode("utf-8", "replace") for answer in [*seen, *inner])
    found = str(list(SearchEntry.objects.values()))
    return "\n".join([*files, kept, said, pages, found])


def test_nothing_hidden_is_in_pages_api_files_search_or_the_machine_s_input(here, record):
    redact_all(here, record)
    out = published(here, record)

    assert PLAIN in out
    assert "[salattu]" in out
    for secret in ("131052-308T", "040 123 4567", "virtanen@example", "Matti Virtanen"):
        assert secret not in out


def test_the_audit_tells_no_hidden_word(here, record):
    redact_all(here, record)
    told = json.dumps(list(Event.objects.values_list("detail", flat=True)))

    for secret in SECRETS:
        assert secret not in told


def test_the_database_holds_hidden_words_only_under_seal(here, record):
    redact_all(here, record)
    rows = Record.objects.filter(pk=record.pk).values_list("text", "notes__text")

    for secret in SECRETS:
        assert secret not in json.dumps(list(rows), ensure_ascii=False)
    assert all(secret not in one.sealed for one in Finding.objects.all() for secret in SECRETS)
    assert record.gate == Gate.HANDED
