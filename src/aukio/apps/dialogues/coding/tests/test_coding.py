"""Each codes by their own lights; nothing is lost, and one's own steps can be taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions.carrying import left_behind
from aukio.apps.dialogues.coding.models import Coding, Decision, Step
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.tests.scene import SAID, Scene
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Gate, Record
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_note_holds_several_codes_and_who_gave_them(here):
    here.code(here.anna, 0, here.bus, here.doctor)

    assert here.codes(here.anna, 0) == {here.bus.pk, here.doctor.pk}
    assert here.codes(here.bertil, 0) is None


def test_none_fits_is_a_coding_too_but_has_to_be_said(here):
    here.code(here.anna, 0)
    assert here.codes(here.anna, 0) == set()

    with pytest.raises(InputFault, match="No code was chosen"):
        actions.code_note(by=here.anna, note=here.notes[1], codes=[])
    with pytest.raises(InputFault, match="none fits"):
        actions.code_note(by=here.anna, note=here.notes[1], codes=[here.bus.pk], none_fits=True)


def test_a_code_of_nowhere_is_refused(here):
    with pytest.raises(InputFault, match="not in the frame"):
        actions.code_note(by=here.anna, note=here.notes[0], codes=[10**9])

    assert not Coding.objects.exists()


def test_saving_the_same_again_makes_no_step(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 0, here.bus)

    assert Step.objects.count() == 1


def test_one_s_own_latest_step_is_taken_back_and_then_the_one_before(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 0, here.doctor)
    here.code(here.bertil, 1, here.bus)

    actions.undo_step(by=here.anna, round=here.round)
    assert here.codes(here.anna, 0) == {here.bus.pk}
    actions.undo_step(by=here.anna, round=here.round)
    assert here.codes(here.anna, 0) is None
    assert here.codes(here.bertil, 1) == {here.bus.pk}
    with pytest.raises(InputFault, match="nothing to undo"):
        actions.undo_step(by=here.anna, round=here.round)


def test_a_step_on_a_note_that_may_no_longer_be_read_does_not_stand_in_the_way(here):
    here.code(here.anna, 4, here.bus)
    here.code(here.anna, 0, here.bus)
    Record.objects.filter(pk=here.records[0].pk).update(superseded=True)

    assert actions.undo_step(by=here.anna, round=here.round) == here.notes[4]


@pytest.mark.parametrize("gone", ["held", "superseded"])
def test_a_note_that_may_not_be_read_is_neither_coded_nor_known(here, gone):
    here.code(here.anna, 0, here.bus)
    fields = {"gate": Gate.HELD} if gone == "held" else {"superseded": True}
    Record.objects.filter(pk=here.records[0].pk).update(**fields)
    here.notes[0].record.refresh_from_db()

    with pytest.raises(PermissionDenied):
        here.code(here.anna, 0, here.doctor)
    assert standing(here.round).finals() == {}


def test_nobody_else_codes(here):
    for who in (make.organiser(here.records[0].dialogue.organiser), make.outsider()):
        with pytest.raises(PermissionDenied):
            here.code(who, 0, here.bus)


def blind(here: Scene, note: int) -> dict[int, frozenset[int]]:
    return dict(standing(here.round).blind.get(here.notes[note].pk, {}))


def test_codes_given_before_seeing_the_other_s_stand_as_given_blind(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 0, here.doctor)  # nobody else has coded: still blind
    here.code(here.bertil, 0, here.bus)

    assert blind(here, 0) == {here.anna.pk: {here.doctor.pk}, here.bertil.pk: {here.bus.pk}}


def test_changes_after_seeing_the_other_s_codes_are_not_counted_as_blind(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    here.code(here.bertil, 0, here.bus)

    assert here.codes(here.bertil, 0) == {here.bus.pk}
    assert blind(here, 0)[here.bertil.pk] == {here.doctor.pk}


def test_taking_back_and_coding_anew_does_not_make_it_blind_again(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    actions.undo_step(by=here.bertil, round=here.round)
    here.code(here.bertil, 0, here.bus)

    assert blind(here, 0) == {here.anna.pk: {here.bus.pk}}


def test_what_is_coded_after_the_comparison_opened_is_not_blind(here):
    here.code(here.anna, 0, here.bus)
    actions.open_comparison(by=here.anna, round=here.round, opened=True)
    here.code(here.bertil, 0, here.bus)

    assert here.bertil.pk not in blind(here, 0)


def test_the_codings_of_two_at_once_are_both_kept(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)

    assert standing(here.round).given[here.notes[0].pk] == {
        here.anna.pk: {here.bus.pk},
        here.bertil.pk: {here.doctor.pk},
    }


def test_a_coding_follows_the_same_words_into_a_newer_version(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 1, here.doctor)
    text = SAID.replace("Lääkäriin on jono.", "Lääkäriin on pitkä jono.")
    made = room.replace_record(by=None, record_=here.records[0], reading=make.reading(text))
    assert left_behind(here.round).count() == 2

    assert actions.carry_codings(by=here.anna, round=here.round) == 1

    same = made.notes.get(text="Bussi ei kulje.")
    assert standing(here.round).final(same.pk) == {here.bus.pk}
    assert actions.carry_codings(by=here.anna, round=here.round) == 0
    assert Coding.objects.count() == 2


def test_accepting_a_proposal_is_kept_and_taken_back_with_the_step(here):
    proposal = here.proposal(0, here.bus)
    actions.decide(by=here.anna, round=here.round, accepted=[proposal.pk], rejected=[])
    assert here.codes(here.anna, 0) == {here.bus.pk}
    assert Decision.objects.get().accepted

    actions.undo_step(by=here.anna, round=here.round)
    assert here.codes(here.anna, 0) is None
    assert not Decision.objects.exists()
