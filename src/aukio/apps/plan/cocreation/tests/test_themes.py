"""Themes: the machine proposes and people decide; every step has its history and undo."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.plan.cocreation import actions, machine
from aukio.apps.plan.cocreation.actions import grouping
from aukio.apps.plan.cocreation.actions._history import Touched, state_of
from aukio.apps.plan.cocreation.models import Alike, Change, Placement, Proposal, Theme
from aukio.apps.plan.cocreation.queries import desk
from aukio.apps.plan.cocreation.tests import factories
from aukio.shared.faults import Fault

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return factories.call()


def silent(done: int, total: int, message: str) -> None:
    """Nobody listens."""


def told_by_machine(monkeypatch: Any, *groups: list[Proposal], pairs: Any = ()) -> None:
    """Have the machine say this, without its engines."""
    draft = machine.Draft(
        tuple(
            machine.Group(
                proposals=tuple(one.pk for one in members),
                label={"en": f"label {place}", "fi": f"nimi {place}"},
                keywords=("word",),
                nearest=(members[0].pk,),
                neighbours={members[0].pk: tuple(one.pk for one in members[1:])},
            )
            for place, members in enumerate(groups, 1)
        ),
        tuple(machine.Likeness(first.pk, second.pk, 0.9) for first, second in pairs),
    )
    monkeypatch.setattr(grouping, "propose", lambda said, report: draft)


def group(call, by=None):
    return grouping.group_proposals(by=by, call=call, report=silent)


def whole(call) -> Any:
    themes = set(call.themes.values_list("pk", flat=True))
    return state_of(Touched(themes, set(call.proposals.values_list("pk", flat=True))))


class TestTheMachine:
    def test_it_proposes_themes_with_why(self, call, monkeypatch):
        rows = [factories.published(call) for _turn in range(3)]
        told_by_machine(monkeypatch, rows[:2], rows[2:])

        assert group(call).themes == 2

        first = call.themes.first()
        assert (first.accepted, first.keywords, first.nearest) == (False, ["word"], [rows[0].pk])
        assert Placement.objects.get(proposal=rows[0]).nearest == [rows[1].pk]

    def test_it_leaves_what_people_decided_alone(self, call, monkeypatch):
        rows = [factories.published(call) for _turn in range(3)]
        told_by_machine(monkeypatch, rows[:2], rows[2:])
        group(call)
        kept = actions.accept_theme(by=None, theme=call.themes.first())

        told_by_machine(monkeypatch, [rows[2]], rows[:2])
        group(call)

        assert set(kept.placements.values_list("proposal", flat=True)) == {
            rows[0].pk, rows[1].pk,
        }  # fmt: skip
        assert call.themes.count() == 2

    def test_twins_are_only_hinted_at_and_nothing_is_merged(self, call, monkeypatch):
        one, other = factories.published(call), factories.published(call)
        told_by_machine(monkeypatch, [one], [other], pairs=[(one, other)])

        group(call)

        assert Alike.objects.get().likeness == 0.9
        assert Proposal.objects.filter(state="published").count() == 2
        assert call.themes.filter(merged_into=None).count() == 2

    def test_what_was_withdrawn_while_it_read_is_left_out(self, call, monkeypatch):
        one, other = factories.published(call), factories.published(call)
        told_by_machine(monkeypatch, [one, other], pairs=[(one, other)])
        actions.refuse_proposal(
            by=None, proposal=other, revision=1, ground="law", reason="It breaks the law."
        )

        group(call)

        assert Placement.objects.count() == 1
        assert not Alike.objects.exists()

    def test_only_the_team_asks_it(self, call):
        with pytest.raises(PermissionDenied):
            group(call, by=factories.person())


class TestPeople:
    def test_accepting_takes_the_machines_words_for_the_title(self, call, monkeypatch):
        told_by_machine(monkeypatch, [factories.published(call)])
        group(call)

        theme = actions.accept_theme(by=None, theme=call.themes.get())

        assert (theme.title_en, theme.title_fi) == ("label 1", "nimi 1")

    def test_renaming_moving_and_merging(self, call):
        one, other = factories.published(call), factories.published(call)
        first = actions.create_theme(by=None, call=call, title={"en": "Time"})
        second = actions.create_theme(by=None, call=call, title={"en": "Place"})
        actions.move_proposals(by=None, proposals=[one], to=first)
        actions.move_proposals(by=None, proposals=[other], to=second)

        actions.rename_theme(by=None, theme=first, title={"en": "Time and place"})
        actions.merge_themes(by=None, themes=[second], into=first)

        assert first.placements.count() == 2
        assert Theme.objects.get(pk=second.pk).merged_into == first
        assert Change.objects.count() == 6

    def test_a_theme_needs_a_title(self, call):
        with pytest.raises(Fault):
            actions.create_theme(by=None, call=call, title={"en": "  "})

    def test_a_theme_is_not_merged_into_itself_or_a_merged_one(self, call):
        first, second, third = (
            actions.create_theme(by=None, call=call, title={"en": name}) for name in "abc"
        )
        with pytest.raises(Fault):
            actions.merge_themes(by=None, themes=[first], into=first)
        actions.merge_themes(by=None, themes=[second], into=first)
        with pytest.raises(Fault):
            actions.merge_themes(by=None, themes=[third], into=second)

    def test_proposals_of_another_call_are_not_moved(self, call):
        theme = actions.create_theme(by=None, call=call, title={"en": "Time"})
        for bad in ([factories.published()], [factories.sent(call).proposal], []):
            with pytest.raises(Fault):
                actions.move_proposals(by=None, proposals=bad, to=theme)

    def test_others_than_the_team_may_not(self, call):
        theme = actions.create_theme(by=None, call=call, title={"en": "Time"})
        by = factories.person()
        for act in (
            lambda: actions.create_theme(by=by, call=call, title={"en": "x"}),
            lambda: actions.rename_theme(by=by, theme=theme, title={"en": "x"}),
            lambda: actions.accept_theme(by=by, theme=theme),
            lambda: actions.move_proposals(by=by, proposals=[], to=theme),
            lambda: actions.merge_themes(by=by, themes=[], into=theme),
            lambda: actions.undo(by=by, call=call),
        ):
            with pytest.raises(PermissionDenied):
                act()


class TestUndo:
    def test_every_step_can_be_taken_back_to_the_beginning(self, call, monkeypatch):
        rows = [factories.published(call) for _turn in range(3)]
        told_by_machine(monkeypatch, rows[:2], rows[2:])
        states = []

        def step(act):
            states.append(whole(call))
            act()

        step(lambda: group(call))
        first, second = call.themes.all()
        step(lambda: actions.accept_theme(by=None, theme=first))
        step(lambda: actions.rename_theme(by=None, theme=second, title={"sv": "Plats"}))
        step(lambda: actions.move_proposals(by=None, proposals=[rows[0]], to=second))
        step(lambda: actions.merge_themes(by=None, themes=[first], into=second))
        for before in reversed(states):
            actions.undo(by=None, call=call)
            assert {k: v for k, v in whole(call)["themes"].items() if v} == {
                k: v for k, v in before["themes"].items() if v
            }
            assert whole(call)["places"] == before["places"]
        with pytest.raises(Fault):
            actions.undo(by=None, call=call)

    def test_not_over_what_has_changed_since(self, call):
        one = factories.published(call)
        theme = actions.create_theme(by=None, call=call, title={"en": "Time"})
        actions.move_proposals(by=None, proposals=[one], to=theme)
        Placement.objects.all().delete()

        with pytest.raises(Fault):
            actions.undo(by=None, call=call)
        assert Change.objects.filter(undone_at=None).count() == 2


def test_a_proposal_moved_away_no_longer_stands_for_its_old_theme(call, monkeypatch):
    rows = [factories.published(call) for _turn in range(3)]
    told_by_machine(monkeypatch, rows[:2], rows[2:])
    group(call)
    _first, second = call.themes.all()

    actions.move_proposals(by=None, proposals=[rows[0]], to=second)

    shown = {card.theme.pk: card for card in desk.board(call).cards if card.theme}
    assert all(
        rows[0] not in card.nearest and all(rows[0] not in one.nearest for one in card.places)
        for key, card in shown.items()
        if key != second.pk
    )
