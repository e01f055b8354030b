"""Linking themes: the machine proposes, people decide, everything can be taken back."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.foresight import actions
from aukio.apps.dialogues.foresight.actions.linking import Pair
from aukio.apps.dialogues.foresight.likeness import likely_pairs
from aukio.apps.dialogues.foresight.models import Decision, Link, LinkState
from aukio.apps.dialogues.foresight.queries.matters import RARE, matter_of, matters, signals
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.statistics import Direction
from aukio.apps.dialogues.foresight.tests.factories import (
    Heard,
    Made,
    linked,
    published,
    two_rounds,
)
from aukio.apps.dialogues.models import Note, Theme
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def rounds() -> tuple[Made, Made]:
    return two_rounds([Heard((0, 1))] * 3, [Heard((0, 1))] * 3)


def first(made: tuple[Made, Made]) -> tuple[Theme, Theme]:
    return made[0].themes[0], made[1].themes[0]


def by_word(texts: list[str]) -> Any:
    """A small stand-in for the meaning engine: one dimension a name of a theme."""
    names = ("Yksin", "Bussi", "Hinta")
    rows = np.array([[float(name in text) for name in names] for text in texts], dtype=np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def test_the_machine_proposes_the_nearest_themes_and_shows_their_closest_sentences(
    rounds: tuple[Made, Made],
) -> None:
    pairs = likely_pairs(voices(), by_word)

    one, other = rounds
    assert {(pair.earlier, pair.later) for pair in pairs} == {
        (one.themes[0].pk, other.themes[0].pk),
        (one.themes[1].pk, other.themes[1].pk),
    }
    assert all(pair.why for pair in pairs)
    assert likely_pairs(voices(), by_word) == pairs


def test_no_pairs_without_two_rounds() -> None:
    assert likely_pairs((), by_word) == []
    published([Heard()])
    assert likely_pairs(voices(), by_word) == []


def test_proposing_again_keeps_what_people_decided(rounds: tuple[Made, Made]) -> None:
    one, other = first(rounds)
    pair = Pair(one.pk, other.pk, 0.8)
    person = core_group()
    assert actions.propose_links(by=person, pairs=[pair]) == 1
    actions.decide(by=person, link=Link.objects.get(), same=False)

    assert actions.propose_links(by=person, pairs=[pair]) == 0
    assert Link.objects.get().state == LinkState.REJECTED


def test_a_decision_leaves_a_trace_and_can_be_taken_back(rounds: tuple[Made, Made]) -> None:
    one, other = first(rounds)
    person = core_group()
    actions.propose_links(by=person, pairs=[Pair(one.pk, other.pk, 0.8)])
    decision = actions.decide(by=person, link=Link.objects.get(), same=True)
    assert len(matters(voices())) == 1

    actions.undo(by=person, decision=decision)

    assert Link.objects.get().state == LinkState.PROPOSED
    assert matters(voices()) == []
    kept = Decision.objects.get()
    assert kept.undone_at is not None
    assert kept.by == person
    verbs = list(Event.objects.filter(verb__startswith="foresight").values_list("verb", flat=True))
    assert sorted(verbs) == [
        "foresight.decide_link",
        "foresight.propose_links",
        "foresight.undo_link",
    ]


def test_deciding_the_same_again_changes_nothing(rounds: tuple[Made, Made]) -> None:
    link = linked(*first(rounds))

    assert actions.decide(by=core_group(), link=link, same=True) == link.decisions.get()
    assert Event.objects.filter(verb="foresight.decide_link").count() == 1


def test_only_the_newest_decision_can_be_taken_back_and_once(rounds: tuple[Made, Made]) -> None:
    link = linked(*first(rounds))
    old = link.decisions.get()
    new = actions.decide(by=None, link=link, same=False)

    with pytest.raises(InputFault, match="newer one stands"):
        actions.undo(by=None, decision=old)
    actions.undo(by=None, decision=new)
    with pytest.raises(InputFault, match="taken back"):
        actions.undo(by=None, decision=new)


def test_linking_never_merges_or_moves_anything(rounds: tuple[Made, Made]) -> None:
    before = list(Note.objects.order_by("pk").values_list("pk", "placement__theme"))

    linked(*first(rounds))

    assert list(Note.objects.order_by("pk").values_list("pk", "placement__theme")) == before
    assert not Theme.objects.exclude(merged_into=None).exists()


def test_a_link_by_hand_runs_from_the_earlier_round_whichever_way_it_is_given(
    rounds: tuple[Made, Made],
) -> None:
    one, other = first(rounds)

    made = linked(other, one)

    assert (made.earlier_id, made.later_id) == (one.pk, other.pk)


def test_what_cannot_be_linked_is_told(rounds: tuple[Made, Made]) -> None:
    one, other = first(rounds)
    linked(one, other)
    with pytest.raises(InputFault, match="linked already"):
        linked(one, other)
    with pytest.raises(InputFault, match="same round"):
        linked(one, rounds[0].themes[1])
    with pytest.raises(InputFault, match="not in a published summary"):
        linked(one, rounds[1].themes[2])
    sample = published([Heard()], year=2024, is_sample=True)
    with pytest.raises(InputFault, match="sample round"):
        linked(sample.themes[0], one)
    assert Link.objects.count() == 1


@pytest.mark.parametrize("who", [outsider, organiser])
def test_only_the_core_group_proposes_decides_links_and_undoes(
    who: Any, rounds: tuple[Made, Made]
) -> None:
    one, other = first(rounds)
    link = linked(one, other)
    person = who()

    for action in (
        lambda: actions.propose_links(by=person, pairs=[]),
        lambda: actions.decide(by=person, link=link, same=False),
        lambda: actions.link_by_hand(by=person, one=one.pk, other=other.pk),
        lambda: actions.undo(by=person, decision=link.decisions.get()),
    ):
        with pytest.raises(PermissionDenied):
            action()
    assert Link.objects.get().state == LinkState.CONFIRMED


def test_a_matter_runs_through_links_and_is_found_by_any_of_its_themes() -> None:
    made = [published([Heard()] * 3, year=year) for year in (2023, 2024, 2025)]
    linked(made[0].themes[0], made[1].themes[0])
    linked(made[1].themes[0], made[2].themes[0])

    found = [matter_of(one.themes[0].pk, voices()) for one in made]

    assert found[0] == found[1] == found[2]
    assert found[0] is not None
    assert [moment.voices.round.year for moment in found[0].moments] == [2023, 2024, 2025]


def test_growth_is_told_only_where_dialogues_show_it_surely() -> None:
    quiet, loud = Heard((1,)), Heard((0, 1))
    one, other = two_rounds([loud] + [quiet] * 11, [loud] * 10 + [quiet] * 2)
    linked(one.themes[0], other.themes[0])
    linked(one.themes[1], other.themes[1])

    alone, bus = sorted(matters(voices()), key=lambda matter: matter.title.text == "Bussi")

    assert alone.change.direction == Direction.GREW
    assert (alone.now.dialogues, alone.now.of) == (10, 12)
    assert bus.change.direction == Direction.UNKNOWN


def test_a_weak_signal_is_rare_and_new_or_growing() -> None:
    quiet, loud = Heard((1,)), Heard((0, 1))
    one, other = two_rounds([loud] + [quiet] * 11, [loud] * 3 + [quiet] * 7 + [Heard((1, 2))] * 2)
    linked(one.themes[0], other.themes[0])
    linked(one.themes[1], other.themes[1])
    rounds = voices()

    found = signals(rounds, matters(rounds))

    assert [(sign.matter.title.text, sign.is_new) for sign in found] == [
        ("Yksin", False),
        ("Hinta", True),
    ]
    assert all(sign.matter.now.share <= RARE for sign in found)
    assert all(sign.matter.now.said for sign in found)


def test_what_one_dialogue_alone_spoke_of_is_no_signal() -> None:
    two_rounds([Heard((1,))] * 12, [Heard((1,))] * 11 + [Heard((0,))])
    rounds = voices()

    assert [sign.matter.title.text for sign in signals(rounds, [])] == []


def test_one_round_has_no_signals() -> None:
    published([Heard((1,))] * 10 + [Heard((0,))] * 2)

    assert signals(voices(), []) == []
