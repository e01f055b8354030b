"""People's decisions about themes, and taking them back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Change, Note, Origin, Round, Theme, ThemeNote, ThemeState
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> tuple[Round, Theme, Theme, list[Note]]:
    """Two themes the machine proposed: two notes in the first, one in the second."""
    record = make.record()
    round = record.dialogue.round
    notes = list(record.notes.all())
    one = make.ThemeFactory(round=round, state=ThemeState.PROPOSED)
    two = make.ThemeFactory(round=round, state=ThemeState.PROPOSED)
    make.place(one, notes[0], notes[1])
    make.place(two, notes[2])
    return round, one, two, notes


def places() -> dict[int, int]:
    return dict(ThemeNote.objects.values_list("note_id", "theme_id"))


def everything() -> tuple[Any, ...]:
    """The themes, places and sentences as they are, to compare."""
    return (
        list(Theme.objects.order_by("pk").values()),
        sorted(ThemeNote.objects.values_list("note_id", "theme_id", "origin", "by_id")),
    )


def test_merging_moves_notes_and_sentences_and_closes_the_theme(board: Any) -> None:
    _round, one, two, notes = board
    sentence = make.sentence(two, notes[2])
    by = make.core_group()

    actions.merge_themes(by=by, themes=[two], into=one)

    two.refresh_from_db()
    sentence.refresh_from_db()
    assert two.merged_into == one
    assert sentence.theme == one
    assert set(places().values()) == {one.pk}
    assert ThemeNote.objects.get(note=notes[2]).by == by
    assert Event.objects.filter(verb="dialogues.merge_themes").count() == 1


def test_splitting_moves_the_chosen_notes_to_a_new_theme(board: Any) -> None:
    _round, one, _two, notes = board

    new = actions.split_theme(by=None, theme=one, notes=[notes[1]], title={"fi": "Uusi"})

    assert places()[notes[1].pk] == new.pk
    assert places()[notes[0].pk] == one.pk
    assert ThemeNote.objects.get(note=notes[1]).origin == Origin.PERSON


def test_renaming_keeps_the_machine_s_label_and_other_languages(board: Any) -> None:
    _round, one, _two, _notes = board
    Theme.objects.filter(pk=one.pk).update(label={"fi": "ilta, puhelin"})
    one.refresh_from_db()

    actions.rename_theme(by=None, theme=one, title={"sv": "Ensamhet"})

    one.refresh_from_db()
    assert (one.title_sv, one.label) == ("Ensamhet", {"fi": "ilta, puhelin"})
    assert one.title_fi
    assert one.state == ThemeState.ACCEPTED


def test_moving_notes_makes_their_place_a_person_s(board: Any) -> None:
    _round, _one, two, notes = board

    actions.move_notes(by=None, notes=notes[:1], to=two)

    assert places()[notes[0].pk] == two.pk
    assert ThemeNote.objects.get(note=notes[1]).origin == Origin.MACHINE


def test_themes_are_put_in_order_and_the_rest_follow(board: Any) -> None:
    round, one, two, _notes = board

    actions.order_themes(by=None, round=round, themes=[two])

    assert list(round.themes.all()) == [two, one]


def test_accepting_a_theme_makes_it_a_person_s(board: Any) -> None:
    actions.accept_theme(by=None, theme=board[1])

    assert Theme.objects.get(pk=board[1].pk).state == ThemeState.ACCEPTED


CHANGES = {
    "merge": lambda r, a, b, n: actions.merge_themes(by=None, themes=[b], into=a),
    "split": lambda r, a, b, n: actions.split_theme(
        by=None, theme=a, notes=n[:1], title={"fi": "U"}
    ),
    "rename": lambda r, a, b, n: actions.rename_theme(by=None, theme=a, title={"fi": "U"}),
    "move": lambda r, a, b, n: actions.move_notes(by=None, notes=n[:1], to=b),
    "create": lambda r, a, b, n: actions.create_theme(by=None, round=r, title={"fi": "U"}),
    "accept": lambda r, a, b, n: actions.accept_theme(by=None, theme=a),
    "order": lambda r, a, b, n: actions.order_themes(by=None, round=r, themes=[b, a]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_undone_to_the_letter(change: str, board: Any) -> None:
    before = everything()
    CHANGES[change](*board)
    assert everything() != before

    actions.undo(by=make.core_group(), round=board[0])

    assert everything() == before
    assert Change.objects.get().undone_at is not None


def test_all_changes_are_undone_one_by_one(board: Any) -> None:
    states = []
    for change in ("split", "rename", "move", "merge"):
        states.append(everything())
        CHANGES[change](*board)

    for state in reversed(states):
        actions.undo(by=None, round=board[0])
        assert everything() == state


def test_there_is_nothing_to_undo_at_first(board: Any) -> None:
    with pytest.raises(InputFault):
        actions.undo(by=None, round=board[0])


def test_a_change_that_something_else_has_overtaken_is_not_undone(board: Any) -> None:
    CHANGES["rename"](*board)
    Theme.objects.filter(pk=board[1].pk).update(title_fi="Sivusta")

    with pytest.raises(InputFault):
        actions.undo(by=None, round=board[0])


def test_a_theme_that_is_written_about_is_not_undone_away(board: Any) -> None:
    made = CHANGES["create"](*board)
    make.sentence(made, board[3][0])

    with pytest.raises(InputFault):
        actions.undo(by=None, round=board[0])

    assert Theme.objects.filter(pk=made.pk).exists()


def test_a_change_that_changes_nothing_leaves_no_trace(board: Any) -> None:
    CHANGES["accept"](*board)
    CHANGES["accept"](*board)

    assert Change.objects.count() == 1


@pytest.mark.parametrize("change", CHANGES)
def test_only_the_core_group_decides_about_themes(
    change: str, board: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything()
    by = make.organiser()
    round, one, two, notes = board
    wanted = {
        "merge": lambda: actions.merge_themes(by=by, themes=[two], into=one),
        "split": lambda: actions.split_theme(by=by, theme=one, notes=notes[:1], title={"fi": "U"}),
        "rename": lambda: actions.rename_theme(by=by, theme=one, title={"fi": "U"}),
        "move": lambda: actions.move_notes(by=by, notes=notes[:1], to=two),
        "create": lambda: actions.create_theme(by=by, round=round, title={"fi": "U"}),
        "accept": lambda: actions.accept_theme(by=by, theme=one),
        "order": lambda: actions.order_themes(by=by, round=round, themes=[two, one]),
    }

    with pytest.raises(PermissionDenied):
        wanted[change]()
    with pytest.raises(PermissionDenied):
        actions.undo(by=by, round=round)

    assert everything() == before


def test_themes_and_notes_of_another_round_are_refused(board: Any) -> None:
    _round, one, _two, notes = board
    strange = make.ThemeFactory()
    elsewhere = make.record().notes.first()

    for wrong in (
        lambda: actions.merge_themes(by=None, themes=[strange], into=one),
        lambda: actions.merge_themes(by=None, themes=[one], into=one),
        lambda: actions.move_notes(by=None, notes=[elsewhere], to=one),
        lambda: actions.move_notes(by=None, notes=[], to=one),
        lambda: actions.split_theme(by=None, theme=one, notes=notes[:2], title={"fi": "U"}),
        lambda: actions.split_theme(by=None, theme=one, notes=[notes[2]], title={"fi": "U"}),
        lambda: actions.rename_theme(by=None, theme=one, title={"fi": " "}),
        lambda: actions.rename_theme(by=None, theme=one, title={"fi": "x" * 161}),
    ):
        with pytest.raises(InputFault):
            wrong()
    assert not Change.objects.exists()


def test_a_merged_theme_is_closed_to_more(board: Any) -> None:
    _round, one, two, notes = board
    actions.merge_themes(by=None, themes=[two], into=one)
    two.refresh_from_db()

    with pytest.raises(InputFault):
        actions.move_notes(by=None, notes=notes[:1], to=two)
