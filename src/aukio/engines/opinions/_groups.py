"""Groups of points on the plane: k-means without chance, and how many groups by silhouette.

k-means has many resting places. Often several differ by a thousandth in what it minimises,
and which one is met depends on where it began: people near a border change sides. Here every
division begins from several fixed starts; of those that rest as low as the best, within a
thousandth and nearly alike, the middle is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._agreement import adjusted_rand
from aukio.engines.opinions._silhouette import silhouettes
from aukio.engines.opinions._space import Floats

Labels = NDArray[np.intp]
FEWEST_GROUPS: Final = 2
MOST_GROUPS: Final = 5
_MOST_ROUNDS: Final = 200
_DIRECTIONS: Final = 4
_AS_GOOD: Final = 1.001  # of the least sum of squares
_ALIKE: Final = 0.8  # adjusted Rand index with the best division
_SPREAD: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Grouping:
    """``labels`` number the groups from 0, the largest first; ``silhouettes`` by tried k.

    ``centres`` are groups × 2. One group for all, and no silhouettes, when the points cannot
    be divided.
    """

    labels: Labels
    centres: Floats
    silhouettes: Mapping[int, float]

    @property
    def count(self) -> int:
        """How many groups there are; none without points."""
        return len(self.centres)


def group(points: Floats, *, groups: int | None = None, most: int = MOST_GROUPS) -> Grouping:
    """Divide ``points`` (n × 2) into ``groups``, or into the number with the best silhouette.

    Fewer than asked where there are not that many different points. Of two equally good
    numbers the smaller wins.
    """
    tried = dict(_divisions(points, groups or most)) if groups != 1 else {}
    if not tried:
        return _one_group(points)
    if groups:
        return _numbered(points, tried[max(tried)], {})
    scores = silhouettes(points, tried)
    best = max(scores, key=lambda number: (round(scores[number], 9), -number))
    return _numbered(points, tried[best], scores)


def _divisions(points: Floats, most: int) -> Iterator[tuple[int, Labels]]:
    """Labels for 2, 3 … ``most`` groups; each division starts from the one before too."""
    spread = float(np.ptp(points, axis=0).max()) if len(points) else 0.0
    if spread <= _SPREAD:
        return
    different = len(np.unique(np.round(points / spread, 9), axis=0))
    across = np.ascontiguousarray(points.T)
    labels: Labels = np.zeros(len(points), dtype=np.intp)
    for number in range(FEWEST_GROUPS, min(most, different, len(points) - 1) + 1):
        found = [_settled(across, start) for start in _starts(points, labels, number)]
        labels = _middle(across, found, number)
        if len(np.unique(labels)) < number:
            return
        yield number, labels


def _starts(points: Floats, before: Labels, number: int) -> Iterator[Floats]:
    """Centres to begin from: the last division with each group halved in turn, equal slices
    across several directions, and points far from one another."""
    if number > FEWEST_GROUPS:
        centres = _means(points.T, before, number - 1)
        for which in range(number - 1):
            halves = _halves(points[before == which])
            if halves is not None:
                yield np.vstack([np.delete(centres, which, axis=0), halves])
    for angle in np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
        order = np.argsort(points @ (np.cos(angle), np.sin(angle)), kind="stable")
        yield np.array([points[part].mean(axis=0) for part in np.array_split(order, number)])
    yield _far_apart(points, number)


def _halves(points: Floats) -> Floats | None:
    """Two centres: the means on either side of the middle along the points' longest direction."""
    away = points - points.mean(axis=0)
    _strength, directions = np.linalg.eigh(away.T @ away)
    side = away @ directions[:, -1] > 0
    if side.all() or not side.any():
        return None
    return np.vstack([points[side].mean(axis=0), points[~side].mean(axis=0)])


def _far_apart(points: Floats, number: int) -> Floats:
    chosen = [int(np.argmax(((points - points.mean(axis=0)) ** 2).sum(axis=1)))]
    nearest = ((points - points[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < number:
        chosen.append(int(np.argmax(nearest)))
        nearest = np.minimum(nearest, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
    return points[chosen].copy()


@dataclass(frozen=True, eq=False)
class _Division:
    cost: float
    labels: Labels
    centres: Floats


def _settled(across: Floats, centres: Floats) -> _Division:
    """Lloyd's rounds until nobody changes group. ``across`` is 2 × n."""
    labels: Labels = np.full(across.shape[1], -1, dtype=np.intp)
    for _round in range(_MOST_ROUNDS):
        now = _nearest(across, centres)
        if np.array_equal(now, labels):
            break
        labels = now
        centres = _means(across, labels, len(centres), otherwise=centres)
    away = across - centres.T[:, labels]
    return _Division(float(np.vdot(away, away)), labels, centres)


def _nearest(across: Floats, centres: Floats) -> Labels:
    distance = 0.5 * (centres**2).sum(axis=1)[:, None] - centres @ across
    two = len(centres) == FEWEST_GROUPS  # much quicker than the general way
    labels: Labels = (distance[1] < distance[0]).astype(np.intp) if two else distance.argmin(axis=0)
    return labels


def _middle(across: Floats, found: list[_Division], number: int) -> Labels:
    """The middle of all that rest as low as the best and are nearly the same division."""
    best = min(found, key=lambda one: one.cost)
    alike: list[Floats] = []
    for one in found:
        if one.cost > best.cost * _AS_GOOD or adjusted_rand(one.labels, best.labels) < _ALIKE:
            continue
        apart = ((best.centres[:, None] - one.centres[None]) ** 2).sum(axis=2)
        match = apart.argmin(axis=1)
        if len(set(match.tolist())) == number:
            alike.append(one.centres[match])
    middle = (np.min(alike, axis=0) + np.max(alike, axis=0)) / 2
    labels = _nearest(across, middle)
    return labels if len(np.unique(labels)) == number else best.labels


def _means(
    across: Floats, labels: Labels, number: int, *, otherwise: Floats | None = None
) -> Floats:
    sizes = np.bincount(labels, minlength=number)
    sums = [np.bincount(labels, weights=axis, minlength=number) for axis in across]
    means = np.column_stack(sums) / np.maximum(sizes, 1)[:, None]
    if otherwise is not None and not sizes.all():
        means[sizes == 0] = otherwise[sizes == 0]
    return means


def _numbered(points: Floats, labels: Labels, scores: Mapping[int, float]) -> Grouping:
    """Groups numbered by size, and of equal ones by whose first participant comes first."""
    names, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = sorted(range(len(names)), key=lambda one: (-int(sizes[one]), int(first[one])))
    place = {int(names[old]): new for new, old in enumerate(order)}
    renamed = np.array([place[int(label)] for label in labels], dtype=np.intp)
    return Grouping(renamed, _means(points.T, renamed, len(names)), scores)


def _one_group(points: Floats) -> Grouping:
    labels: Labels = np.zeros(len(points), dtype=np.intp)
    centres = points.mean(axis=0, keepdims=True) if len(points) else np.zeros((0, 2))
    return Grouping(labels, centres, {})
