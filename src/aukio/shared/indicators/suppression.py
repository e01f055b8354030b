"""Small numbers of people are not shown, nor can they be computed from what is shown.

A number from one to ``minimum - 1`` is small: a reader could recognise people behind it. Hiding
it alone is not enough, because a total less the other numbers gives it back. So more numbers are
hidden with it (complementary suppression), until every small one could, for all that a reader
sees, be ``minimum`` or more. Zero is nobody, and is hidden only when little else helps.

The rule for tables follows D. Gusfield, "A graph theoretic approach to statistical data
security", SIAM Journal on Computing 17 (1988): hidden numbers of a table with totals are edges
of a network, and one of them can vary exactly when it lies on a cycle of hidden edges.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

MINIMUM = 5

Name = TypeVar("Name", bound=Hashable)
Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)
Place = tuple[int, int]
Node = tuple[str, int]


def suppressed(cells: Mapping[Name, int], *, minimum: int = MINIMUM) -> dict[Name, int | None]:
    """The numbers as they may be shown beside their public total; ``None`` is a hidden one.

    The hidden ones are the smallest up to some number, and not all alike: two of them could
    change places without a trace, so even a reader who knows this rule cannot compute one.
    A single number has only its total to hide behind: show that by ``shown_total``.
    Raises ``ValueError`` for a negative number.
    """
    counts = list(cells.values())
    _check(counts)
    hidden = _hidden_numbers(counts, minimum)
    return {name: None if count in hidden else count for name, count in cells.items()}


def shown_total(cells: Mapping[Name, int], *, minimum: int = MINIMUM) -> int | None:
    """The total of the numbers, or ``None`` when it is small itself."""
    total = sum(cells.values())
    return None if _is_small(total, minimum) else total


@dataclass(frozen=True)
class Table(Generic[Row, Column]):
    """A table of numbers as it may be shown with its totals; ``None`` is a hidden number."""

    cells: dict[tuple[Row, Column], int | None]
    rows: dict[Row, int | None]
    columns: dict[Column, int | None]
    total: int | None


def suppressed_table(
    cells: Mapping[tuple[Row, Column], int], *, minimum: int = MINIMUM
) -> Table[Row, Column]:
    """The table by rows and columns with its totals, as it may be shown.

    A pair that is not among the cells counts as zero. Totals are shown: one is hidden only when
    it is small itself, or when the totals alone would tell a small number.
    Raises ``ValueError`` for a negative number.
    """
    _check(list(cells.values()))
    rows = list(dict.fromkeys(row for row, _column in cells))
    columns = list(dict.fromkeys(column for _row, column in cells))
    network = _Network(
        numbers=_with_totals([[cells.get((row, one), 0) for one in columns] for row in rows]),
        last=(len(rows), len(columns)),
        minimum=minimum,
    )
    hidden = network.hidden()
    shown = {place: None if place in hidden else count for place, count in network.numbers.items()}
    down, across = network.last
    return Table(
        cells={
            (row, column): shown[i, j]
            for i, row in enumerate(rows)
            for j, column in enumerate(columns)
        },
        rows={row: shown[i, across] for i, row in enumerate(rows)},
        columns={column: shown[down, j] for j, column in enumerate(columns)},
        total=shown[down, across],
    )


def _check(counts: Collection[int]) -> None:
    if any(count < 0 for count in counts):
        raise ValueError("A number of people is never negative.")


def _is_small(count: int, minimum: int) -> bool:
    return 0 < count < minimum


def _hidden_numbers(counts: list[int], minimum: int) -> set[int]:
    """Which numbers are hidden wherever they stand; all of them when no fewer will do."""
    small = {count for count in counts if _is_small(count, minimum)}
    if not small:
        return set()
    for limit in sorted({count for count in counts if count >= max(small)}):
        together = [count for count in counts if 0 < count <= limit]
        if _protect_each_other(together, minimum):
            return set(together)
    return set(counts)


def _protect_each_other(together: list[int], minimum: int) -> bool:
    """Whether any of the numbers could be ``minimum`` while each of the others is at least one."""
    could_be = sum(together) - (len(together) - 1)
    return len(set(together)) > 1 and could_be >= minimum


def _with_totals(grid: list[list[int]]) -> dict[Place, int]:
    """Each number by its place; totals stand below the last row and after the last column."""
    whole = [[*row, sum(row)] for row in grid]
    whole.append([sum(column) for column in zip(*whole, strict=True)] or [0])
    return {(i, j): count for i, row in enumerate(whole) for j, count in enumerate(row)}


@dataclass(frozen=True)
class _Network:
    """A table with totals as a circulation: rows and columns are nodes, numbers are what flows.

    A number flows from its row to its column; the total of a row, from the column of totals to
    the row; that of a column, from the column to the row of totals. What comes to a node then
    leaves it: each total is the sum of its numbers, whatever those are.
    """

    numbers: dict[Place, int]
    last: Place
    minimum: int

    def hidden(self) -> set[Place]:
        """The places to hide: the small numbers, and for each one a cycle it can vary along."""
        small = [place for place, count in self.numbers.items() if _is_small(count, self.minimum)]
        hidden = set(small)
        for place in small:
            hidden |= self._cycle(place, hidden)
        return hidden

    def _cycle(self, place: Place, hidden: set[Place]) -> set[Place]:
        """The cheapest way round by which the number could grow to ``minimum``.

        There is always one: the totals of its row and of its column, and the grand total.
        """
        import networkx  # slow to import, and needed only where something is hidden

        need = self.minimum - self.numbers[place]
        ways: networkx.DiGraph[Node] = networkx.DiGraph()
        for other, count in self.numbers.items():
            if other == place:
                continue
            start, end = self._ends(other)
            cost = 0 if other in hidden else self._costs[other]
            ways.add_edge(start, end, weight=cost, place=other)
            if count > need:  # it could shrink by as much, and somebody would still be there
                ways.add_edge(end, start, weight=cost, place=other)
        start, end = self._ends(place)
        path = networkx.dijkstra_path(ways, end, start)
        return {ways.edges[step]["place"] for step in pairwise(path)}

    def _ends(self, place: Place) -> tuple[Node, Node]:
        row, column = ("row", place[0]), ("column", place[1])
        is_total_of_one = (place[0] == self.last[0]) != (place[1] == self.last[1])
        return (column, row) if is_total_of_one else (row, column)

    @cached_property
    def _costs(self) -> dict[Place, int]:
        """What hiding a number loses: numbers first, then zeros, then totals, then the last."""
        zero = sum(self.numbers.values()) + 1
        total = zero * (len(self.numbers) + 1)
        last = total * (len(self.numbers) + 1)
        costs = {place: count or zero for place, count in self.numbers.items()}
        down, across = self.last
        costs |= {place: total for place in costs if place[0] == down or place[1] == across}
        return costs | {self.last: last}
