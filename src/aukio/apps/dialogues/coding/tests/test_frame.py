"""The frame is people's own: every change is kept with who and why, and can be taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.coding.models import Code, FrameChange, Given, SettledCode
from aukio.apps.dialogues.coding.queries.frame import KEYS, frame
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.tests.scene import Scene
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


def names(here: Scene) -> list[str]:
    return [one.full_name for one in frame(here.round)]


def undo(here: Scene) -> FrameChange:
    return actions.undo_frame(by=here.anna, round=here.round)


def test_a_code_added_stands_last_with_a_shape_and_a_key_of_its_own(here):
    actions.add_code(by=here.anna, round=here.round, words=Words("  Juna "))

    codes = frame(here.round)
    assert [one.name for one in codes] == ["Bussit", "Lääkäri", "Juna"]
    assert len({one.shape for one in codes}) == 3
    assert [one.key for one in codes] == list(KEYS[:3])


def test_every_change_tells_who_what_why_and_when(here):
    actions.edit_code(by=here.anna, code=here.bus, words=Words("Liikenne"), why="Junakin")

    change = FrameChange.objects.first()
    assert (change.verb, change.by, change.why) == ("edit", here.anna, "Junakin")
    assert change.what == {"name": "Bussit", "to": "Liikenne"}
    assert change.at
    assert Event.objects.filter(verb="coding.edit").count() == 1


@pytest.mark.parametrize(
    "words",
    [
        Words(""),
        Words("x" * 121),
        Words("bussit"),
        Words("A", shape="heart"),
        Words("A", "x" * 2001),
    ],
)
def test_a_code_that_cannot_be_is_not_added(here, words):
    with pytest.raises(InputFault) as told:
        actions.add_code(by=here.anna, round=here.round, words=words)

    assert told.value.what
    assert told.value.mend
    assert names(here) == ["Bussit", "Lääkäri"]


def test_a_change_without_a_reason_is_not_made(here):
    with pytest.raises(InputFault, match="reason"):
        actions.edit_code(by=here.anna, code=here.bus, words=Words("Liikenne"), why=" ")

    assert names(here) == ["Bussit", "Lääkäri"]


def test_of_two_who_change_the_same_code_the_second_is_told(here):
    seen = actions.mark_of(here.bus)
    actions.edit_code(by=here.anna, code=here.bus, words=Words("Liikenne"), why="a", seen=seen)

    with pytest.raises(InputFault, match="Somebody else changed"):
        actions.edit_code(by=here.bertil, code=here.bus, words=Words("Kyyti"), why="b", seen=seen)

    assert names(here)[0] == "Liikenne"


def test_merged_codes_are_read_as_one_and_undoing_parts_them_as_they_were(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.anna, 1, here.doctor)

    actions.merge_codes(by=here.anna, codes=[here.bus], into=here.doctor, why="Sama asia")

    assert names(here) == ["Lääkäri"]
    finals = standing(here.round).finals()
    assert set(finals.values()) == {frozenset({here.doctor.pk})}

    undo(here)

    assert names(here) == ["Bussit", "Lääkäri"]
    assert standing(here.round).final(here.notes[0].pk) == {here.bus.pk}


def test_what_is_coded_between_a_merge_and_its_undoing_is_kept(here):
    actions.merge_codes(by=here.anna, codes=[here.bus], into=here.doctor, why="Sama asia")
    here.code(here.anna, 2, here.bus)  # a page opened before the merge
    undo(here)

    assert here.codes(here.anna, 2) == {here.doctor.pk}


def test_codes_under_a_merged_code_move_along_and_come_back(here):
    train = actions.add_code(by=None, round=here.round, words=Words("Juna"), parent=here.bus)
    actions.merge_codes(by=here.anna, codes=[here.bus], into=here.doctor, why="x")
    assert "Lääkäri: Juna" in names(here)

    undo(here)
    train.refresh_from_db()
    assert train.parent_id == here.bus.pk


def test_merging_one_code_alone_is_refused(here):
    with pytest.raises(InputFault, match="only one"):
        actions.merge_codes(by=here.anna, codes=[here.bus], into=here.bus, why="x")


def test_a_split_moves_the_chosen_notes_of_every_coder_and_undoing_brings_them_back(here):
    for who in (here.anna, here.bertil):
        here.code(who, 0, here.bus)
        here.code(who, 3, here.bus)

    made = actions.split_code(
        by=here.anna, code=here.bus, words=Words("Junat"), notes=[here.notes[3]], why="Eri asia"
    )

    assert [here.codes(who, 3) for who in (here.anna, here.bertil)] == [{made.pk}] * 2
    assert here.codes(here.anna, 0) == {here.bus.pk}
    assert made.parent_id == here.bus.pk

    undo(here)

    assert here.codes(here.anna, 3) == {here.bus.pk}
    assert not Code.objects.filter(pk=made.pk).exists()
    assert Given.objects.filter(code=here.bus).count() == 4


def test_a_split_moves_what_was_settled_too(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    settled = actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="Luettu")

    made = actions.split_code(
        by=here.anna, code=here.bus, words=Words("Junat"), notes=[here.notes[0]], why="x"
    )

    assert SettledCode.objects.get(settled=settled).code_id == made.pk


def test_a_split_that_has_been_coded_with_since_cannot_be_undone_but_says_what_to_do(here):
    here.code(here.anna, 0, here.bus)
    made = actions.split_code(
        by=here.anna, code=here.bus, words=Words("Junat"), notes=[here.notes[0]], why="x"
    )
    here.code(here.anna, 3, made)

    with pytest.raises(InputFault, match="used since"):
        undo(here)

    assert here.codes(here.anna, 3) == {made.pk}
    assert here.codes(here.anna, 0) == {made.pk}


def test_notes_without_the_code_cannot_be_split_from_it(here):
    with pytest.raises(InputFault, match="None of the chosen"):
        actions.split_code(
            by=here.anna, code=here.bus, words=Words("Junat"), notes=[here.notes[0]], why="x"
        )


def test_a_code_moves_under_another_one_level_deep_and_back(here):
    actions.move_code(by=here.anna, code=here.doctor, parent=here.bus, why="x")
    assert names(here) == ["Bussit", "Bussit: Lääkäri"]

    with pytest.raises(InputFault, match="codes under it"):
        actions.move_code(by=here.anna, code=here.bus, parent=here.bus, why="x")
    with pytest.raises(InputFault, match="itself under another"):
        actions.add_code(by=here.anna, round=here.round, words=Words("C"), parent=here.doctor)

    undo(here)
    assert names(here) == ["Bussit", "Lääkäri"]


def test_a_retired_code_stays_on_its_notes_and_goes_to_no_more(here):
    here.code(here.anna, 0, here.bus)
    actions.retire_code(by=here.anna, code=here.bus, why="Liian laaja")

    here.code(here.anna, 0, here.bus, here.doctor)
    with pytest.raises(InputFault, match="no longer in use"):
        here.code(here.anna, 1, here.bus)

    actions.restore_code(by=here.anna, code=here.bus, why="Sittenkin")
    here.code(here.anna, 1, here.bus)


def test_the_order_is_changed_among_equals_and_the_ends_stay(here):
    actions.order_code(by=here.anna, code=here.doctor, step=-1)
    assert names(here) == ["Lääkäri", "Bussit"]
    actions.order_code(by=here.anna, code=here.doctor, step=-1)
    assert names(here) == ["Lääkäri", "Bussit"]
    undo(here)
    assert names(here) == ["Bussit", "Lääkäri"]


def test_changes_are_undone_latest_first_until_there_is_nothing(here):
    actions.edit_code(by=here.anna, code=here.bus, words=Words("A"), why="x")
    actions.edit_code(by=here.anna, code=here.bus, words=Words("B"), why="x")

    undone = [undo(here).what["to"] for _ in range(2)]
    assert undone == ["B", "A"]
    undo(here)
    undo(here)
    with pytest.raises(InputFault, match="nothing to undo"):
        undo(here)
    assert FrameChange.objects.filter(undone_by=here.anna).count() == 4


def test_a_frame_is_copied_from_another_round_once_and_retired_codes_are_left(here):
    actions.move_code(by=None, code=here.doctor, parent=here.bus, why="x")
    actions.add_code(by=None, round=here.round, words=Words("Vanha"))
    actions.retire_code(by=None, code=Code.objects.get(name="Vanha"), why="x")
    other = make.RoundFactory()

    made = actions.copy_frame(by=here.anna, round=other, source=here.round)
    again = actions.copy_frame(by=here.anna, round=other, source=here.round)

    assert [one.full_name for one in frame(other)] == ["Bussit", "Bussit: Lääkäri"]
    assert (len(made), again) == (2, [])
    actions.undo_frame(by=here.anna, round=other)
    assert not frame(other)
    assert names(here)[0] == "Bussit"


@pytest.mark.parametrize("who", [make.organiser, make.outsider])
def test_nobody_else_changes_the_frame(here, who):
    with pytest.raises(PermissionDenied):
        actions.add_code(by=who(), round=here.round, words=Words("X"))


def test_a_code_of_another_round_is_not_touched(here):
    strange = actions.add_code(by=None, round=make.RoundFactory(), words=Words("Muu"))

    with pytest.raises(InputFault, match="another round"):
        actions.merge_codes(by=here.anna, codes=[strange], into=here.bus, why="x")
    with pytest.raises(InputFault, match="another round"):
        actions.move_code(by=here.anna, code=here.bus, parent=strange, why="x")
