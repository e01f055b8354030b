"""From a sheet to a record: every word, every offset, every permission."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.actions._masking import bring_back, words_of
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Gate, Note, Permission, Record, RoundStatus
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.models import Line, Sheet
from aukio.apps.dialogues.recording.queries.lines import lines_of
from aukio.apps.dialogues.recording.tests.scene import SAID, SECRETS, scene
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db
LOOSE = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def texts(sheet: Sheet) -> list[str]:
    return [row.text for _field, rows in lines_of(sheet) for row in rows]


def keys(sheet: Sheet) -> list[str]:
    return [row.key for _field, rows in lines_of(sheet) for row in rows]


@LOOSE
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), min_size=1, max_size=300))
def test_every_word_becomes_part_of_the_record_and_of_a_note(text):
    here = scene()
    sheet = here.written(text)
    if not text.strip():
        with pytest.raises(InputFault):
            actions.send(by=here.organiser, sheet=sheet)
        return
    record = actions.send(by=here.organiser, sheet=sheet)
    bring_back(record, record.findings.all())

    assert text in record.text
    assert " ".join(note.text for note in record.notes.all()).split() == text.split()
    assert all(record.text[n.start : n.end] == n.text for n in record.notes.all())


@LOOSE
@given(st.lists(st.text("abcå \n", min_size=1, max_size=30), min_size=1, max_size=5), st.data())
def test_however_lines_are_joined_and_split_no_word_goes_missing(parts, data):
    here = scene()
    sheet = here.written("a\n" + "\n".join(parts))
    before = " ".join(texts(sheet)).split()
    chosen = data.draw(st.sets(st.sampled_from(keys(sheet))))
    actions.set_lines(by=here.organiser, sheet=sheet, joined=chosen, permissions={})
    key = data.draw(st.sampled_from(keys(sheet)))
    whole = texts(sheet)[keys(sheet).index(key)]
    actions.split_line(by=here.organiser, sheet=sheet, key=key, text="\n".join(whole.split()))

    assert " ".join(texts(sheet)).split() == before


@LOOSE
@given(st.data())
def test_a_text_written_on_after_lines_were_adjusted_keeps_every_word(data):
    here = scene()
    sheet = here.written(SAID)
    joined = data.draw(st.sets(st.sampled_from(keys(sheet))))
    actions.set_lines(by=here.organiser, sheet=sheet, joined=joined, permissions={})
    at = data.draw(st.integers(0, len(SAID)))
    cut = data.draw(st.integers(at, len(SAID)))
    changed = SAID[:at] + data.draw(st.text("xy \n", max_size=10)) + SAID[cut:]
    sheet = here.written(changed)

    assert " ".join(texts(sheet)).split() == changed.split()


def test_adjusted_lines_stay_when_more_is_written():
    here = scene()
    sheet = here.written(SAID)
    actions.set_lines(
        by=here.organiser,
        sheet=sheet,
        joined=[keys(sheet)[0]],
        permissions={keys(sheet)[2]: "none"},
    )
    sheet = here.written("Alku.\n" + SAID + "\nLoppu.")

    assert texts(sheet) == [
        "Alku.",
        "Ilta on pitkä.\nKukaan ei soita minulle.",
        "Kirjastossa sanotaan päivää.",
        "Loppu.",
    ]
    assert list(Line.objects.values_list("permission", flat=True)).count("none") == 1


def test_fields_come_in_the_form_s_order_and_only_notes_are_notes():
    here = scene()
    here.written("Ohjaaja huomasi jotain.", field="remark")
    here.written("Yllätyimme.", field="surprised")
    sheet = here.written("Ilta on pitkä.")
    actions.set_facts(by=here.organiser, sheet=sheet, language="fi", permission="quotes")
    record = actions.send(by=here.organiser, sheet=sheet)

    assert record.text == (
        "Mistä puhuttiin\nIlta on pitkä.\n\n"
        "Mikä yllätti\nYllätyimme.\n\nOhjaajan huomio\nOhjaaja huomasi jotain.\n\n"
    )
    assert [(note.text, note.allowed) for note in record.notes.all()] == [
        ("Ilta on pitkä.", Permission.QUOTES),
        ("Yllätyimme.", Permission.NONE),
    ]


def test_permission_of_single_lines_goes_with_them():
    here = scene()
    sheet = here.written(SAID)
    actions.set_lines(
        by=here.organiser, sheet=sheet, joined=[], permissions={keys(sheet)[1]: "quotes"}
    )
    record = actions.send(by=here.organiser, sheet=sheet)

    assert [note.allowed for note in record.notes.all()] == ["none", "quotes", "none"]


def test_a_needed_field_or_two_texts_keep_the_record_from_being_sent():
    here = scene()
    sheet = here.written("Toivon.", field="hopes")
    with pytest.raises(InputFault, match="needed"):
        actions.send(by=here.organiser, sheet=sheet)
    for text in "AB":
        actions.save_text(
            by=here.organiser, sheet=sheet, field="talked", text=text, base=None, session=text
        )
    with pytest.raises(InputFault, match="same time"):
        actions.send(by=here.organiser, sheet=sheet)

    assert not Record.objects.exists()


def test_sending_the_same_again_makes_no_new_version():
    here = scene()
    sheet = here.written(SAID)
    first = actions.send(by=here.organiser, sheet=sheet)
    actions.correct(by=here.organiser, sheet=sheet)

    assert actions.send(by=here.organiser, sheet=sheet) == first


def test_permission_alone_can_be_corrected():
    here = scene()
    sheet = here.written(SAID)
    actions.send(by=here.organiser, sheet=sheet)
    actions.correct(by=here.organiser, sheet=sheet)
    actions.set_facts(by=here.organiser, sheet=sheet, language="fi", permission="quotes")
    again = actions.send(by=here.organiser, sheet=sheet)

    assert (again.version, again.permission) == (2, "quotes")


@pytest.mark.parametrize("begun", ["status", "theme"])
def test_when_the_core_group_has_begun_nothing_is_corrected(begun):
    here = scene()
    sheet = here.written(SAID)
    record = actions.send(by=here.organiser, sheet=sheet)
    if begun == "status":
        here.dialogue.round.status = RoundStatus.SUMMARISING
        here.dialogue.round.save()
    else:
        make.place(make.ThemeFactory(round=here.dialogue.round), record.notes.first())
    with pytest.raises(InputFault, match="begun"):
        actions.correct(by=here.organiser, sheet=sheet)


def test_decisions_hold_in_a_corrected_version():
    from aukio.apps.dialogues.actions import gate

    here = scene()
    sheet = here.written(SECRETS)
    record = actions.send(by=here.organiser, sheet=sheet)
    for one in record.findings.all():
        keep = one.kind == "phone"
        gate.decide(
            by=here.organiser,
            findings=[one],
            decision="keep" if keep else "redact",
            reason="Kertoo kuka",
        )
    gate.point_out(by=here.organiser, record=record, words="pitkä", reason="Kertoo kuka")
    gate.hand_over(by=here.organiser, record=Record.objects.get(pk=record.pk))
    actions.correct(by=here.organiser, sheet=sheet)
    here.written(SECRETS + "\nUusi rivi.")
    sheet.refresh_from_db()
    again = actions.send(by=here.organiser, sheet=sheet)

    assert again.gate == Gate.HELD
    assert not again.findings.filter(decision="").exists()
    again.refresh_from_db()
    assert "040 123 4567" in again.text
    for gone in ("131052", "Virtanen", "pitkä"):
        assert gone not in again.text
    words = {words_of(one) for one in again.findings.select_related("record")}
    assert {"131052-308T", "pitkä"} <= words


def test_a_file_is_added_whole_and_kept():
    from aukio.apps.dialogues.recording.queries.files import files_of

    here = scene()
    sheet = here.written("Ensin tämä.")
    content = "Sitten tämä.\r\nJa ä ö å.".encode()
    actions.add_file(
        by=here.code(), sheet=sheet, field="talked", name="kirjaus.txt", content=content
    )

    assert texts(sheet) == ["Ensin tämä.", "Sitten tämä.", "Ja ä ö å."]
    (kept,) = files_of(sheet)
    with kept.content.open("rb") as opened:
        assert opened.read() == content
    assert kept.delete_after


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF-1.7 broken"])
def test_a_file_that_cannot_be_read_is_told_and_leaves_nothing(content):
    from aukio.shared.files.models import StoredFile

    here = scene()
    sheet = here.written("Ensin tämä.")
    with pytest.raises(InputFault):
        actions.add_file(
            by=here.organiser, sheet=sheet, field="talked", name="kirjaus.pdf", content=content
        )

    assert not StoredFile.objects.exists()
    assert texts(sheet) == ["Ensin tämä."]


def test_drafts_and_files_go_some_time_after_publication(settings):
    from datetime import timedelta

    from django.utils import timezone

    from aukio.apps.dialogues.recording.actions.emptying import empty_sheets
    from aukio.shared.files.models import StoredFile

    made = make.publishable(status=RoundStatus.SUMMARISING)
    held = made.dialogues.get()
    organiser = make.organiser(held.organiser)
    sheet = actions.begin(by=organiser, dialogue=held)
    actions.add_file(by=organiser, sheet=sheet, field="talked", name="a.txt", content=b"Ilta.")
    room.publish(by=None, round=made, at=timezone.now() - timedelta(days=29))
    assert empty_sheets() == 0
    settings.ORIGINALS_KEPT_DAYS = 28
    assert empty_sheets() == 1
    assert empty_sheets() == 0

    assert not StoredFile.objects.exists()
    assert not sheet.entries.exists()
    assert Note.objects.exists()
