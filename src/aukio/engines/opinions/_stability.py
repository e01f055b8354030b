"""Would the groups be the same had other people voted? Asked by leaving some out, many times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._agreement import adjusted_rand, overlap
from aukio.engines.opinions._groups import group
from aukio.engines.opinions._map import OpinionMap, one_thread, voted_enough
from aukio.engines.opinions._space import plane
from aukio.engines.opinions._votes import VoteMatrix

RESAMPLES: Final = 25
SHARE: Final = 0.8
_FEWEST: Final = 4

Telling = Callable[[int, int], None]


@dataclass(frozen=True)
class Stability:
    """How well the groups hold.

    ``agreement`` is the mean adjusted Rand index of the groups found among a random part of
    the people with the groups on the map: 1 the very same, about 0 no better than chance;
    None where there are no groups to compare. ``lowest`` is the worst of them. For each
    participant and group, the share of times they stayed together.
    """

    agreement: float | None
    lowest: float | None
    participants: tuple[float | None, ...]
    groups: tuple[float | None, ...]
    resamples: int


def stability(
    votes: VoteMatrix,
    found: OpinionMap,
    *,
    resamples: int = RESAMPLES,
    share: float = SHARE,
    seed: int = 0,
    tell: Telling | None = None,
) -> Stability:
    """Find as many groups again among a ``share`` of the people, ``resamples`` times.

    Everything is computed anew for those people: means, axes and groups. ``seed`` makes the
    draw repeatable; ``tell(done, total)`` is called after each. ``found`` must be a map of
    these very ``votes``.
    """
    people, number = len(found.participants), len(found.groups)
    drawn_size = max(number + 1, round(people * share))
    if number < 2 or people < _FEWEST or drawn_size >= people or resamples < 1:
        return Stability(None, None, (None,) * people, (None,) * number, 0)
    enough, _needed = voted_enough(votes.marks, found.threshold)
    marks, labels = votes.marks[enough], found.labels
    chance = np.random.default_rng(seed)
    agreements: list[float] = []
    drawn_times, stayed = np.zeros(people), np.zeros(people)
    with one_thread(marks.size):
        for done in range(1, resamples + 1):
            drawn = np.sort(chance.choice(people, drawn_size, replace=False))
            again = group(plane(marks[drawn]).points, groups=number).labels
            agreements.append(adjusted_rand(labels[drawn], again))
            drawn_times[drawn] += 1
            stayed[drawn] += _stays(labels[drawn], again)
            if tell:
                tell(done, resamples)
    return Stability(
        float(np.mean(agreements)),
        float(min(agreements)),
        tuple(_share(*pair) for pair in zip(stayed, drawn_times, strict=True)),
        tuple(
            _share(stayed[labels == one].sum(), drawn_times[labels == one].sum())
            for one in range(number)
        ),
        resamples,
    )


def _stays(before: NDArray[np.intp], again: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Who is with the same people: groups are paired so that most are (at most 5! ways)."""
    table = overlap(again, before)
    side = max(table.shape)
    table = np.pad(table, [(0, side - size) for size in table.shape])
    best = max(
        permutations(range(side)), key=lambda order: int(table[np.arange(side), order].sum())
    )
    stays: NDArray[np.bool_] = np.array(best)[again] == before
    return stays


def _share(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None
