"""What the votes say of each statement: who agrees, what stands for a group, what unites.

Formulas: Small et al. (2021), and the documentation of the Polis report. With n votes of
which s agree, the probability of agreeing is smoothed as (s + 1) / (n + 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._space import Floats
from aukio.engines.opinions._votes import AGREE, DISAGREE, PASS, Marks

Counts = NDArray[np.int64]
SURE: Final = 1.2816  # z at 90 % on one side
MOST_CHOSEN: Final = 5
KINDS: Final = (AGREE, DISAGREE, PASS)


@dataclass(frozen=True, slots=True)
class Repness:
    """How one group votes on one statement, and how that differs from all others together.

    ``probability`` is of voting ``direction``; ``test`` its z against one half; ``ratio`` the
    probability over the others'; ``ratio_test`` the z of the difference. ``significant`` when
    both z exceed 1.2816; ``chosen`` for the few statements that stand for the group.
    """

    agree: int
    disagree: int
    passes: int
    direction: str
    probability: float
    test: float
    ratio: float
    ratio_test: float
    significant: bool
    chosen: bool = False

    @property
    def strength(self) -> float:
        """By which statements of a group are ordered."""
        return self.ratio * self.ratio_test * self.probability * self.test


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement's figures. Counts are of everybody who voted.

    ``consensus`` is group-aware: the product over groups of the smoothed probability of
    agreeing, 0 to 1. ``division`` is the largest difference of that probability between two
    groups. ``common`` is "agree" or "disagree" for the few statements most people share.
    """

    id: str
    agree: int
    disagree: int
    passes: int
    consensus: float
    division: float
    repness: Mapping[int, Repness] = field(default_factory=dict)
    common: str = ""


def counts(marks: Marks) -> Counts:
    """Statements × (agree, disagree, pass)."""
    return np.column_stack([(marks == kind).sum(axis=0) for kind in KINDS]).astype(np.int64)


def group_counts(marks: Marks, labels: NDArray[np.intp], groups: int) -> Counts:
    """Groups × statements × (agree, disagree, pass)."""
    found = [counts(marks[labels == one]) for one in range(groups)]
    return np.stack(found) if found else np.zeros((0, marks.shape[1], 3), dtype=np.int64)


def smoothed(votes: Counts) -> Floats:
    """Probability of agreeing and of disagreeing, on the last axis; one half without votes."""
    probability: Floats = (votes[..., :2] + 1) / (votes.sum(axis=-1, keepdims=True) + 2)
    return probability


def one_proportion(successes: Counts, trials: Counts) -> Floats:
    """z of a share against one half, one success and one trial added."""
    more = trials + 1
    z: Floats = 2 * np.sqrt(more) * ((successes + 1) / more - 0.5)
    return z


def two_proportions(
    inside: Counts, outside: Counts, trials_inside: Counts, trials_outside: Counts
) -> Floats:
    """z of the difference of two shares, one success and one trial added to each."""
    one, other = trials_inside + 1, trials_outside + 1
    together = (inside + outside + 2) / (one + other)
    difference = (inside + 1) / one - (outside + 1) / other
    # Where everybody succeeds the added trials leave no variance: no difference to test.
    variance = np.maximum(together * (1 - together), 0.0) * (1 / one + 1 / other)
    z: Floats = np.divide(
        difference, np.sqrt(variance), out=np.zeros_like(difference), where=variance > 0
    )
    return z


def statements(
    names: tuple[str, ...], everybody: Counts, by_group: Counts
) -> tuple[Statement, ...]:
    """Figures of every statement. ``everybody`` counts all voters, ``by_group`` those mapped."""
    agreeing = smoothed(by_group)[..., 0]
    consensus = agreeing.prod(axis=0) if len(by_group) else smoothed(everybody)[:, 0]
    division = np.ptp(agreeing, axis=0) if len(by_group) > 1 else np.zeros(len(names))
    common = _common(by_group.sum(axis=0)) if len(by_group) else {}
    repness = _chosen(_repness(by_group))
    return tuple(
        Statement(
            name,
            agree=int(everybody[place, 0]),
            disagree=int(everybody[place, 1]),
            passes=int(everybody[place, 2]),
            consensus=float(consensus[place]),
            division=float(division[place]),
            repness={one: found[place] for one, found in enumerate(repness)},
            common=common.get(place, ""),
        )
        for place, name in enumerate(names)
    )


def _repness(by_group: Counts) -> list[list[Repness]]:
    """For each group a list over statements; nothing where there is no other group."""
    if len(by_group) < 2:
        return []
    others = by_group.sum(axis=0, keepdims=True) - by_group
    seen, seen_by_others = by_group.sum(axis=-1), others.sum(axis=-1)
    probability, elsewhere = smoothed(by_group), smoothed(others)
    test = np.stack([one_proportion(by_group[..., kind], seen) for kind in (0, 1)], axis=-1)
    ratio_test = np.stack(
        [
            two_proportions(by_group[..., kind], others[..., kind], seen, seen_by_others)
            for kind in (0, 1)
        ],
        axis=-1,
    )
    # The direction in which the group differs more from the others.
    kinds = (ratio_test[..., 1] > ratio_test[..., 0]).astype(np.intp)
    at = (*np.indices(kinds.shape), kinds)
    columns = (probability[at], test[at], (probability / elsewhere)[at], ratio_test[at])
    return [
        [
            Repness(
                agree=int(by_group[one, place, 0]),
                disagree=int(by_group[one, place, 1]),
                passes=int(by_group[one, place, 2]),
                direction=("agree", "disagree")[kinds[one, place]],
                probability=float(columns[0][one, place]),
                test=float(columns[1][one, place]),
                ratio=float(columns[2][one, place]),
                ratio_test=float(columns[3][one, place]),
                significant=bool(columns[1][one, place] > SURE and columns[3][one, place] > SURE),
            )
            for place in range(by_group.shape[1])
        ]
        for one in range(len(by_group))
    ]


def _chosen(found: list[list[Repness]]) -> list[list[Repness]]:
    """Mark the five strongest significant statements of each group, or else the one strongest."""
    return [[*_mark(rows)] for rows in found]


def _mark(rows: list[Repness]) -> list[Repness]:
    sure = [place for place, row in enumerate(rows) if row.significant]
    order = sorted(sure or range(len(rows)), key=lambda place: (-_rank(rows[place]), place))
    chosen = set(order[: MOST_CHOSEN if sure else 1])
    return [replace(row, chosen=True) if place in chosen else row for place, row in enumerate(rows)]


def _rank(row: Repness) -> float:
    """Two negative tests must not multiply to a strong one."""
    return row.strength if row.test > 0 and row.ratio_test > 0 else min(row.test, row.ratio_test)


def _common(votes: Counts) -> dict[int, str]:
    """The statements most agree with, and those most disagree with: five of each at most."""
    probability, seen = smoothed(votes), votes.sum(axis=-1)
    found: dict[int, str] = {}
    for kind, name in enumerate(("agree", "disagree")):
        test = one_proportion(votes[:, kind], seen)
        fit = np.flatnonzero((probability[:, kind] > 0.5) & (test > SURE))
        order = sorted(fit.tolist(), key=lambda place: -probability[place, kind] * test[place])
        found |= dict.fromkeys(order[:MOST_CHOSEN], name)
    return found
