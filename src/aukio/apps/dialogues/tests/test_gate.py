"""The privacy gate: sign for sign, with a reason, reversible until publication, then gone."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions import gate
from aukio.apps.dialogues.actions._masking import bring_back, hide, masked
from aukio.apps.dialogues.faults import InputFault, PublishRefused
from aukio.apps.dialogues.models import (
    HIDDEN,
    Change,
    Finding,
    Gate,
    Permission,
    Quote,
    Record,
    Summary,
)
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.readable import readable, readable_record
from aukio.apps.dialogues.tests import factories as make
from aukio.engines.privacy.tests import written
from aukio.shared.audit.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
TEXT = "Tunnus 131052-308T mainittiin.\nMatti Virtanen kertoi.\nIlta on pitkä.\n"
SLOW = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def brought(text: str = TEXT, **fields: object) -> Record:
    """By the core group: read at once, decided before publication."""
    held = make.DialogueFactory(**fields)
    return actions.import_record(
        by=None, dialogue=held, reading=make.reading(text), permission=Permission.WHOLE
    )


def held(text: str = TEXT) -> tuple[Record, object]:
    """By an organiser: hidden from others."""
    dialogue = make.DialogueFactory()
    who = make.organiser(dialogue.organiser)
    return actions.import_record(by=who, dialogue=dialogue, reading=make.reading(text)), who


def decide(record: Record, decision: str = "redact", **more: str) -> None:
    more.setdefault("reason", "Kertoo kuka")
    findings = record.findings.select_related("record")
    gate.decide(by=None, findings=findings, decision=decision, **more)
    record.refresh_from_db()


def tiles(record: Record) -> bool:
    return all(record.text[n.start : n.end] == n.text for n in record.notes.all())


def test_an_organiser_s_record_is_held_with_everything_found_hidden():
    record, _who = held()

    assert record.gate == Gate.HELD
    assert "131052" not in Record.objects.get().text
    assert tiles(Record.objects.get())
    assert len(Record.objects.get().text) == len(TEXT)


def test_an_organiser_s_record_in_which_nothing_is_found_is_read_at_once():
    record, _who = held("Ilta on pitkä.\n")

    assert record.gate == Gate.HANDED


def test_what_the_core_group_brings_stays_as_it_is_until_decided():
    record = brought()

    assert record.gate == Gate.OWN
    assert Record.objects.get().text == TEXT
    assert record.findings.count() == 2


@SLOW
@given(
    st.lists(
        st.text("aå \n.", max_size=8) | written.identity_codes() | written.phones(), max_size=6
    )
)
def test_hiding_and_bringing_back_gives_the_same_text_and_offsets(parts):
    text = "Alku. " + " ".join(parts) + " loppu."
    record = brought(text)
    findings = list(record.findings.all())
    before = list(record.notes.values_list("start", "end", "text"))
    hide(record, findings)
    record.refresh_from_db()

    assert len(record.text) == len(text)
    assert tiles(record)
    assert all(HIDDEN in record.text[one.start : one.end] for one in findings)
    bring_back(record, list(record.findings.all()))
    record.refresh_from_db()
    assert record.text == text
    assert list(record.notes.values_list("start", "end", "text")) == before


def test_hidden_words_are_shown_as_chosen_wherever_a_note_is_read():
    record = brought()
    decide(record, replacement="[joku]")
    notes = list(record.notes.all())

    assert readable(notes)[notes[1].pk] == "[joku] kertoi."
    assert readable_record(record) == "Tunnus [joku] mainittiin.\n[joku] kertoi.\nIlta on pitkä.\n"


def test_line_ends_inside_hidden_words_stay_so_that_notes_stay_apart():
    record = brought("Numero 131052-\n308T oli siinä.\n")
    decide(record)

    assert masked("a\nb") == f"{HIDDEN}\n{HIDDEN}"
    assert record.text.count("\n") == 2
    assert tiles(record)


@pytest.mark.parametrize(
    ("decision", "more"),
    [
        ("redact", {"reason": " "}),
        ("redact", {"reason": "x" * 301}),
        ("burn", {}),
        ("generalise", {}),
        ("redact", {"replacement": "x" * 81}),
        ("redact", {"replacement": "soita 040 123 4567"}),
        ("keep", {"reason": "Hän on Matti Virtanen"}),
    ],
)
def test_a_decision_that_cannot_be_made_changes_nothing(decision, more):
    record = brought()
    with pytest.raises(InputFault):
        decide(record, decision, **more)

    assert Record.objects.get().text == TEXT
    assert not Finding.objects.exclude(decision="").exists()


def test_a_decision_is_reversible_until_publication_by_the_organiser():
    record, who = held()
    decide(record, replacement="[joku]")
    gate.decide(
        by=who,
        findings=record.findings.select_related("record"),
        decision="keep",
        reason="Ei kerro",
    )

    assert Record.objects.get().text == TEXT
    with pytest.raises(PermissionDenied):
        gate.decide(
            by=make.core_group(),
            findings=record.findings.select_related("record"),
            decision="keep",
            reason="Ei kerro",
        )


def test_only_the_organiser_hands_a_record_over_once_and_decided():
    record, who = held()
    with pytest.raises(PermissionDenied):
        gate.hand_over(by=make.core_group(), record=record)
    with pytest.raises(InputFault, match="still to be decided"):
        gate.hand_over(by=who, record=record)
    decide(record)
    gate.hand_over(by=who, record=record)
    with pytest.raises(InputFault, match="already"):
        gate.hand_over(by=who, record=record)

    assert Record.objects.get().gate == Gate.HANDED


def test_words_pointed_out_are_hidden_in_every_place():
    record = brought("Pappila oli auki.\nMenin pappilaan.\nPappila paloi.\n")
    made = gate.point_out(by=None, record=record, words="Pappila", reason="Pieni paikka")
    record.refresh_from_db()

    assert len(made) == 2
    assert "Pappila" not in record.text
    assert "pappilaan" in record.text
    with pytest.raises(InputFault):
        gate.point_out(by=None, record=record, words="Pappila", reason="Pieni paikka")


def summary_on(record: Record, *numbers: int) -> None:
    theme = make.ThemeFactory(round=record.dialogue.round)
    notes = [record.notes.all()[number] for number in numbers]
    make.place(theme, *notes)
    sentence = make.sentence(theme)
    for note in notes:
        actions.pick_quote(by=None, sentence=sentence, note=note)
    Summary.objects.filter(round=record.dialogue.round).update(ready=["fi"])


def test_a_round_with_undecided_places_is_not_published():
    record = brought()
    summary_on(record, 2)
    (offence,) = offences_of(record.dialogue.round)

    assert offence.record == record.pk
    with pytest.raises(PublishRefused):
        actions.publish(by=None, round=record.dialogue.round)
    decide(record)
    actions.publish(by=None, round=record.dialogue.round)


def test_a_quote_that_crosses_hidden_words_is_neither_picked_nor_published():
    record = brought()
    summary_on(record, 1)
    decide(record)

    assert HIDDEN in Quote.objects.get().text
    assert "hidden to protect" in offences_of(record.dialogue.round)[0].what
    sentence = Quote.objects.get().sentence
    with pytest.raises(InputFault, match="hidden"):
        actions.pick_quote(by=None, sentence=sentence, note=record.notes.all()[0])
    actions.pick_quote(by=None, sentence=sentence, note=record.notes.all()[0], start=0, end=6)


def test_the_round_s_history_forgets_hidden_words_and_can_still_be_undone():
    record = brought()
    summary_on(record, 1)
    decide(record)
    kept = json.dumps(list(Change.objects.values_list("before", "after")), ensure_ascii=False)

    assert "Virtanen" not in kept
    actions.undo(by=None, round=record.dialogue.round)
    assert not Quote.objects.exists()


def test_after_publication_hiding_goes_on_but_nothing_comes_back():
    record = brought()
    decide(record, "keep")
    summary_on(record, 1, 2)
    made = actions.publish(by=None, round=record.dialogue.round)
    content, notes = permitted(made)
    assert "Virtanen" in json.dumps([content, notes])

    decide(record, replacement="[joku]")
    content, notes = permitted(made)
    assert "Virtanen" not in json.dumps([content, notes])
    assert "[joku] kertoi." in [one["text"] for one in notes]
    assert content["themes"][0]["sentences"][0]["withdrawn"] == 1
    with pytest.raises(InputFault, match="published"):
        decide(record, "keep")


def test_hidden_words_are_destroyed_some_time_after_publication():
    record = brought()
    decide(record)
    summary_on(record, 2)
    actions.publish(by=None, round=record.dialogue.round, at=timezone.now() - timedelta(days=31))

    assert gate.destroy_originals() == 2
    assert gate.destroy_originals() == 0
    assert not Finding.objects.exclude(sealed="").exists()
    assert Finding.objects.filter(destroyed_at=None).count() == 0
    assert Event.objects.filter(verb="dialogues.destroy_originals").count() == 1


def test_hidden_words_stay_as_long_as_was_promised(settings):
    record = brought()
    decide(record)
    summary_on(record, 2)
    actions.publish(by=None, round=record.dialogue.round, at=timezone.now() - timedelta(days=29))

    assert gate.destroy_originals() == 0


def test_a_replaced_version_is_hidden_with_the_newest():
    record = brought()
    new = actions.replace_record(
        by=None, record_=record, reading=make.reading(TEXT + "Lisää.\n", name="uusi.txt")
    )
    decide(new)

    assert all("Virtanen" not in one.text for one in Record.objects.all())


def test_decisions_go_on_to_a_mended_version():
    record = brought()
    decide(record, replacement="[joku]")
    actions.replace_record(by=None, record_=record, reading=make.reading(TEXT + "Lisää.\n"))
    new = Record.objects.get(superseded=False)

    assert not new.findings.filter(decision="").exists()
    assert readable_record(new).startswith("Tunnus [joku] mainittiin.")
    assert tiles(new)
