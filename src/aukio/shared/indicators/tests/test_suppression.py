"""Small numbers stay hidden, whatever a reader computes from the rest."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from aukio.shared.indicators.suppression import shown_total, suppressed, suppressed_table

lists = st.lists(st.integers(0, 12) | st.integers(0, 4), min_size=2, max_size=5)


def grids(most: int = 5):
    """Tables of up to five rows and columns, with many small numbers and zeros."""
    return st.tuples(st.integers(1, most), st.integers(1, most)).flatmap(
        lambda size: st.lists(
            st.lists(
                st.integers(0, 4) | st.just(0) | st.integers(0, 40),
                min_size=size[1],
                max_size=size[1],
            ),
            min_size=size[0],
            max_size=size[0],
        )
    )


def as_cells(grid: list[list[int]]) -> dict[tuple[int, int], int]:
    return {(i, j): count for i, row in enumerate(grid) for j, count in enumerate(row)}


class TestOneDimension:
    def test_nothing_is_hidden_when_nothing_is_small(self):
        assert suppressed({"a": 5, "b": 0, "c": 90}) == {"a": 5, "b": 0, "c": 90}

    def test_one_small_number_takes_the_next_smallest_with_it(self):
        assert suppressed({"a": 3, "b": 8, "c": 90}) == {"a": None, "b": None, "c": 90}

    def test_small_numbers_that_could_not_be_five_are_joined_by_a_larger_one(self):
        assert suppressed({"a": 1, "b": 2, "c": 30, "d": 90}) == {
            "a": None,
            "b": None,
            "c": None,
            "d": 90,
        }

    def test_equal_numbers_are_hidden_together(self):
        assert suppressed({"a": 5, "b": 5, "c": 4}) == {"a": None, "b": None, "c": None}

    def test_zeros_are_hidden_only_when_nothing_else_helps(self):
        assert suppressed({"a": 3, "b": 0}) == {"a": None, "b": None}
        assert suppressed({"a": 3, "b": 0, "c": 9})["b"] == 0

    def test_a_small_total_is_not_shown(self):
        assert shown_total({"a": 3}) is None
        assert shown_total({"a": 3, "b": 2}) == 5
        assert shown_total({}) == 0

    def test_a_negative_number_is_refused(self):
        with pytest.raises(ValueError, match="negative"):
            suppressed({"a": -1})

    def test_another_minimum_may_be_asked_for(self):
        assert suppressed({"a": 8, "b": 12, "c": 40}, minimum=10)["a"] is None

    @given(lists)
    def test_every_small_number_is_hidden_and_every_shown_one_is_true(self, counts):
        cells = dict(enumerate(counts))
        for name, shown in suppressed(cells).items():
            assert shown in (None, cells[name])
            assert shown not in (1, 2, 3, 4)

    @given(st.lists(st.integers(0, 7), min_size=2, max_size=4))
    @settings(deadline=None, max_examples=40)
    def test_a_reader_who_knows_total_and_rule_computes_no_hidden_number(self, counts):
        cells = dict(enumerate(counts))
        seen = suppressed(cells)
        hidden = [name for name, shown in seen.items() if shown is None]
        worlds = [
            world
            for world in product(range(sum(counts) + 1), repeat=len(counts))
            if sum(world) == sum(counts) and suppressed(dict(enumerate(world))) == seen
        ]

        assert all(len({world[name] for world in worlds}) > 1 for name in hidden)


class TestTable:
    def test_nothing_is_hidden_when_nothing_is_small(self):
        table = suppressed_table(as_cells([[5, 9], [7, 0]]))

        assert None not in table.cells.values()
        assert (table.rows, table.columns, table.total) == ({0: 14, 1: 7}, {0: 12, 1: 9}, 21)

    def test_a_small_number_takes_three_more_with_it_and_totals_stay(self):
        table = suppressed_table(as_cells([[3, 10, 50], [20, 9, 60], [70, 80, 90]]))

        assert {place for place, shown in table.cells.items() if shown is None} == {
            (0, 0),
            (0, 1),
            (1, 0),
            (1, 1),
        }
        assert None not in (*table.rows.values(), *table.columns.values(), table.total)

    def test_a_table_its_totals_would_give_away_hides_totals_as_well(self):
        table = suppressed_table(as_cells([[3], [40]]))

        assert table.cells == {(0, 0): None, (1, 0): None}
        assert None in (*table.rows.values(), *table.columns.values(), table.total)

    def test_a_missing_pair_is_zero(self):
        assert suppressed_table({("a", "x"): 6, ("b", "y"): 7}).cells == {
            ("a", "x"): 6,
            ("a", "y"): 0,
            ("b", "x"): 0,
            ("b", "y"): 7,
        }

    def test_an_empty_table_is_empty(self):
        table = suppressed_table({})

        assert (table.cells, table.rows, table.columns, table.total) == ({}, {}, {}, 0)

    def test_a_negative_number_is_refused(self):
        with pytest.raises(ValueError, match="negative"):
            suppressed_table({("a", "x"): -2})

    @given(grids())
    @settings(deadline=None, max_examples=80)
    def test_no_hidden_number_can_be_computed_and_every_small_one_could_be_five(self, grid):
        table = suppressed_table(as_cells(grid))
        truth = with_totals(grid)
        seen = as_array(table, truth.shape)
        places = list(np.ndindex(*truth.shape))
        hides_zero = any(seen[place] is None and truth[place] == 0 for place in places)

        for place in places:
            small = 0 < truth[place] < 5
            assert seen[place] == truth[place] or seen[place] is None
            if seen[place] is None:
                low, high = bounds(seen, place, least=0 if hides_zero else 1)
                assert low < high
                assert high >= 5 or not small
            else:
                assert not small


def with_totals(grid: list[list[int]]) -> np.ndarray:
    whole = np.array(grid)
    whole = np.hstack([whole, whole.sum(axis=1, keepdims=True)])
    return np.vstack([whole, whole.sum(axis=0, keepdims=True)])


def as_array(table, shape: tuple[int, int]) -> np.ndarray:
    seen = np.empty(shape, dtype=object)
    for place, shown in table.cells.items():
        seen[place] = shown
    for row, shown in table.rows.items():
        seen[row, -1] = shown
    for column, shown in table.columns.items():
        seen[-1, column] = shown
    seen[-1, -1] = table.total
    return seen


def bounds(seen: np.ndarray, place: tuple[int, int], *, least: int) -> tuple[float, float]:
    """Between what a reader can say the number lies: by linear programming, apart from our way."""
    down, across = seen.shape
    equations = []
    for row in range(down):
        line = np.zeros(seen.shape)
        line[row, :-1], line[row, -1] = 1, -1
        equations.append(line.ravel())
    for column in range(across):
        line = np.zeros(seen.shape)
        line[:-1, column], line[-1, column] = 1, -1
        equations.append(line.ravel())
    limits = [(least, None) if one is None else (one, one) for one in seen.flat]
    aim = np.zeros(seen.shape)
    aim[place] = 1
    found = []
    for sign in (1, -1):
        answer = linprog(
            sign * aim.ravel(), A_eq=equations, b_eq=np.zeros(len(equations)), bounds=limits
        )
        found.append(np.inf if answer.status == 3 else round(sign * answer.fun, 6))
    return found[0], found[1]
