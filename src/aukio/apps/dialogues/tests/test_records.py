"""Importing records: all of the text, exact offsets, nothing stored on a fault."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import Frozen, InputFault
from aukio.apps.dialogues.intake import read_paste, read_rows
from aukio.apps.dialogues.models import Dialogue, Note, Permission, Record
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


def test_a_record_is_kept_to_the_letter_with_a_note_for_each_line() -> None:
    dialogue = make.DialogueFactory()
    by = make.organiser(dialogue.organiser)

    made = actions.import_record(by=by, dialogue=dialogue, reading=make.reading(), language="fi")

    assert made.text == make.SAID
    assert [note.text for note in made.notes.all()] == [
        "Ilta on pitkä.",
        "Kukaan ei soita minulle.",
        "Kirjastossa sanotaan päivää.",
    ]
    assert (made.permission, made.imported_by) == (Permission.NONE, by)
    assert Event.objects.filter(verb="dialogues.import_record").count() == 1


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_every_note_is_exactly_its_part_of_the_record(text: str) -> None:
    if not text.strip():
        return
    made = actions.import_record(
        by=None, dialogue=make.DialogueFactory(), reading=read_paste(text), language="fi"
    )

    made.refresh_from_db()
    outside = list(made.text)
    for note in made.notes.all():
        assert note.text == made.text[note.start : note.end]
        outside[note.start : note.end] = " " * (note.end - note.start)
    assert made.text == text
    assert not "".join(outside).strip()


def test_the_language_of_each_note_is_recognised_when_nobody_tells_it() -> None:
    text = (
        "Meidän kylässä bussi kulkee enää kerran päivässä.\n"
        "Bussen går bara en gång om dagen och jag har ingen bil.\n"
    )

    made = actions.import_record(
        by=None, dialogue=make.DialogueFactory(), reading=make.reading(text)
    )

    assert [note.language for note in made.notes.all()] == ["fi", "sv"]


def test_a_language_nobody_knows_is_refused() -> None:
    with pytest.raises(InputFault):
        actions.import_record(
            by=None,
            dialogue=make.DialogueFactory(),
            reading=make.reading(),
            language="klingon",
        )
    assert not Record.objects.exists()


@pytest.mark.parametrize("who", [make.organiser, make.outsider])
def test_others_do_not_import_to_a_dialogue(who) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(PermissionDenied):
        actions.import_record(by=who(), dialogue=make.DialogueFactory(), reading=make.reading())


def test_the_same_file_is_not_imported_twice_to_a_dialogue() -> None:
    dialogue = make.DialogueFactory()
    actions.import_record(by=None, dialogue=dialogue, reading=make.reading())

    with pytest.raises(InputFault):
        actions.import_record(by=None, dialogue=dialogue, reading=make.reading())


def test_a_permission_that_is_not_one_is_refused() -> None:
    with pytest.raises(InputFault):
        actions.import_record(
            by=None, dialogue=make.DialogueFactory(), reading=make.reading(), permission="all"
        )


def test_a_table_s_rows_go_to_their_dialogues_and_missing_ones_are_added() -> None:
    round = make.RoundFactory()
    make.DialogueFactory(round=round, reference="1")
    table = "d;t\n1;Kirjasto on tärkeä paikka\n2;Bussi ei kulje illalla\n".encode()

    made = actions.import_records(
        by=make.core_group(),
        round=round,
        readings=read_rows("a.csv", table, text="t", dialogue="d"),
    )

    assert {one.dialogue.reference for one in made} == {"1", "2"}
    assert Dialogue.objects.get(reference="2").organiser is None
    assert Event.objects.filter(verb="dialogues.import_records").count() == 1


def test_when_one_record_is_refused_none_is_stored() -> None:
    round = make.RoundFactory()
    readings = [make.reading("Yksi"), make.reading("Kaksi", name="b.txt"), make.reading("Yksi")]

    with pytest.raises(InputFault):
        actions.import_records(by=None, round=round, readings=readings)

    assert not Record.objects.exists()
    assert not Dialogue.objects.exists()
    assert not Event.objects.exists()


def test_only_the_core_group_imports_to_a_whole_round() -> None:
    with pytest.raises(PermissionDenied):
        actions.import_records(by=make.organiser(), round=make.RoundFactory(), readings=[])


def test_a_record_s_text_never_changes() -> None:
    made = make.record()
    made.text = "Muuta"

    with pytest.raises(Frozen):
        made.save()
    with pytest.raises(Frozen):
        made.save(update_fields=["text"])


@pytest.mark.parametrize(
    "fields",
    [
        {"position": 0, "start": 90, "end": 95},
        {"position": 9, "start": 0, "end": 5},
        {"position": 9, "start": 95, "end": 95},
        {"position": 9, "start": 90, "end": 95, "text": ""},
    ],
)
def test_the_database_refuses_a_note_out_of_order(fields: dict) -> None:  # type: ignore[type-arg]
    made = make.record()

    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.create(record=made, **{"text": "x", **fields})


def test_the_organiser_says_what_may_be_published() -> None:
    made = make.record(permission=Permission.NONE)
    by = make.organiser(made.dialogue.organiser)
    first, second, _ = made.notes.all()

    actions.set_permission(by=by, record_=made, permission=Permission.QUOTES)
    actions.set_permission(by=by, record_=made, note=first, permission=Permission.NONE)

    assert Note.objects.select_related("record").get(pk=first.pk).allowed == Permission.NONE
    assert Note.objects.select_related("record").get(pk=second.pk).allowed == Permission.QUOTES


def test_others_do_not_say_what_may_be_published() -> None:
    with pytest.raises(PermissionDenied):
        actions.set_permission(
            by=make.organiser(), record_=make.record(), permission=Permission.WHOLE
        )


def test_a_permission_is_one_of_those_there_are() -> None:
    made, other = make.record(), make.record()

    with pytest.raises(InputFault):
        actions.set_permission(by=None, record_=made, permission="")
    with pytest.raises(InputFault):
        actions.set_permission(
            by=None, record_=made, note=other.notes.first(), permission=Permission.NONE
        )
