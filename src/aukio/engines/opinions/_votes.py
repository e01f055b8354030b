"""Votes as a matrix: a row for each participant, a column for each statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

AGREE: Final = 1
PASS: Final = 0
DISAGREE: Final = -1
UNSEEN: Final = -9  # no vote: the statement was never answered

Marks = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Vote:
    """One answer of one participant; of several the newest by ``time`` holds, then the last."""

    participant: str
    statement: str
    value: int
    time: int = 0


@dataclass(frozen=True, eq=False)
class VoteMatrix:
    """``marks[i, j]`` is participant i's newest vote on statement j, or ``UNSEEN``.

    Ids are text, in natural order (2 before 10), so that the order of a file's rows changes
    nothing in what is computed.
    """

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    marks: Marks

    def without(self, statements: Iterable[str]) -> VoteMatrix:
        """The same votes with these statements left out, as those a moderator rejected."""
        gone = set(statements)
        kept = [place for place, name in enumerate(self.statements) if name not in gone]
        return VoteMatrix(
            self.participants,
            tuple(self.statements[place] for place in kept),
            np.ascontiguousarray(self.marks[:, kept]),
        )


def matrix_of(votes: Iterable[Vote]) -> VoteMatrix:
    """Lay single votes out as a matrix; a later vote on the same statement replaces an earlier."""
    given = list(votes)
    return lay_out(
        [vote.participant for vote in given],
        [vote.statement for vote in given],
        np.array([vote.value for vote in given], dtype=np.int8),
        np.array([vote.time for vote in given], dtype=np.int64),
    )


def lay_out(
    participants: list[str],
    statements: list[str],
    values: NDArray[np.int8],
    times: NDArray[np.int64],
) -> VoteMatrix:
    """Four columns of equal length to a matrix. ``values`` hold -1, 0 and 1."""
    if not np.isin(values, (DISAGREE, PASS, AGREE)).all():
        raise ValueError("A vote is -1 (disagree), 0 (pass) or 1 (agree).")
    rows, columns = in_order(participants), in_order(statements)
    row_of = {name: place for place, name in enumerate(rows)}
    column_of = {name: place for place, name in enumerate(columns)}
    marks = np.full((len(rows), len(columns)), UNSEEN, dtype=np.int8)
    order = np.argsort(times, kind="stable")
    row = np.array([row_of[name] for name in participants], dtype=np.intp)[order]
    column = np.array([column_of[name] for name in statements], dtype=np.intp)[order]
    marks[row, column] = values[order]  # of repeated places numpy keeps the last
    return VoteMatrix(rows, columns, marks)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Names once each, whole numbers by size and before other names."""
    return tuple(sorted(set(names), key=_natural))


def _natural(name: str) -> tuple[bool, int, str]:
    number = name.isascii() and name.isdigit()
    return (not number, int(name) if number else 0, name)
