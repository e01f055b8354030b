"""Shares, their intervals and changes: pure, the same every time, and never too sure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues.foresight.statistics import FEWEST, Direction, compare, share

ONES = st.lists(st.tuples(st.integers(0, 1), st.just(1)), min_size=FEWEST, max_size=60)
REMARKS = st.lists(
    st.integers(1, 30).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))),
    min_size=FEWEST,
    max_size=40,
)
few = settings(max_examples=40, deadline=None)


def dialogues(hits: int, every: int) -> list[tuple[int, int]]:
    return [(1, 1)] * hits + [(0, 1)] * (every - hits)


@few
@given(ONES | REMARKS)
def test_the_interval_holds_the_share_and_stays_between_nothing_and_all(
    counts: list[tuple[int, int]],
) -> None:
    found = share(counts)

    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.value == pytest.approx(sum(h for h, _ in counts) / sum(t for _, t in counts))


@few
@given(REMARKS, st.randoms())
def test_the_order_of_dialogues_changes_nothing(
    counts: list[tuple[int, int]], chance: object
) -> None:
    mixed = list(counts)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert share(mixed) == share(counts)
    assert compare(mixed, counts) == compare(counts, counts)


@few
@given(ONES, ONES)
def test_a_change_is_told_only_when_its_interval_leaves_zero_out(
    earlier: list[tuple[int, int]], later: list[tuple[int, int]]
) -> None:
    found = compare(earlier, later)

    assert found.difference is not None
    assert found.difference.low <= found.difference.value <= found.difference.high
    assert (found.direction == Direction.GREW) == (found.difference.low > 0)
    assert (found.direction == Direction.FELL) == (found.difference.high < 0)


@few
@given(ONES)
def test_the_same_round_twice_has_neither_grown_nor_fallen(counts: list[tuple[int, int]]) -> None:
    assert compare(counts, counts).direction == Direction.UNKNOWN


@pytest.mark.parametrize("number", range(FEWEST))
def test_fewer_than_five_dialogues_have_no_interval(number: int) -> None:
    counts = dialogues(number, number)

    assert share(counts) is None
    assert compare(counts, dialogues(3, 20)).direction == Direction.UNKNOWN
    assert compare(counts, dialogues(3, 20)).difference is None


def test_none_of_ten_does_not_look_certain() -> None:
    found = share(dialogues(0, 10))

    assert found is not None
    assert (found.low, round(found.high, 4)) == (0, 0.3085)  # Clopper and Pearson, 0 of 10


def test_all_of_ten_does_not_look_certain() -> None:
    found = share(dialogues(10, 10))

    assert found is not None
    assert (round(found.low, 4), found.high) == (0.6915, 1)


def test_a_clear_growth_and_a_clear_fall_are_told() -> None:
    assert compare(dialogues(5, 40), dialogues(30, 40)).direction == Direction.GREW
    assert compare(dialogues(30, 40), dialogues(5, 40)).direction == Direction.FELL
    assert compare(dialogues(0, 30), dialogues(25, 30)).direction == Direction.GREW


def test_a_small_difference_cannot_be_told() -> None:
    assert compare(dialogues(4, 12), dialogues(6, 12)).direction == Direction.UNKNOWN


def test_many_remarks_in_one_room_do_not_make_it_surer() -> None:
    one_room = [(30, 30)] + [(0, 3)] * 9
    spread = [(3, 6)] * 5 + [(3, 5)] * 5

    sure, unsure = share(spread), share(one_room)
    assert sure is not None
    assert unsure is not None
    assert unsure.high - unsure.low > 3 * (sure.high - sure.low)


@pytest.mark.parametrize("wrong", [(2, 1), (-1, 1), (0, 0)])
def test_what_is_no_share_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no share"):
        share([wrong, *dialogues(2, 6)])


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(7)
    covered = 0
    for _ in range(100):
        hits = int(chance.binomial(40, 0.4))
        found = share(dialogues(hits, 40))
        covered += found is not None and found.low <= 0.4 <= found.high

    assert covered >= 88  # 95 asked for; the percentile interval is a little narrow at forty
