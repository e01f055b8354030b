"""How clearly groups stand apart: Rousseeuw's silhouette (1987)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._space import Floats

_ROWS_AT_ONCE: Final = 256


def silhouettes(points: Floats, tried: Mapping[int, NDArray[np.intp]]) -> dict[int, float]:
    """The mean silhouette of each division, by its number of groups.

    ``points`` is n × 2. Distances are computed once for all divisions, some rows at a time,
    so that memory grows with n and not with its square.
    """
    numbers = list(tried)
    members = {number: np.eye(number)[tried[number]] for number in numbers}
    together = np.hstack([members[number] for number in numbers])
    ends = np.cumsum(numbers)
    across = np.ascontiguousarray(points.T)
    totals = dict.fromkeys(numbers, 0.0)
    for begin in range(0, len(points), _ROWS_AT_ONCE):
        some = slice(begin, begin + _ROWS_AT_ONCE)
        sums = np.hsplit(_distances(points[some], across) @ together, ends[:-1])
        for number, to_groups in zip(numbers, sums, strict=True):
            sizes = members[number].sum(axis=0)
            totals[number] += _widths(to_groups, tried[number][some], sizes)
    return {number: total / len(points) for number, total in totals.items()}


def _distances(some: Floats, across: Floats) -> Floats:
    away: Floats = some[:, :1] - across[0]
    np.square(away, out=away)
    other = some[:, 1:] - across[1]
    np.square(other, out=other)
    away += other
    np.sqrt(away, out=away)
    return away


def _widths(sums: Floats, labels: NDArray[np.intp], sizes: Floats) -> float:
    """Sum of (b - a) / max(a, b); a point alone in its group counts as nought."""
    rows = np.arange(len(labels))
    own = sizes[labels]
    inside = sums[rows, labels] / np.maximum(own - 1, 1)
    means = sums / sizes
    means[rows, labels] = np.inf
    outside = means.min(axis=1)
    larger = np.maximum(inside, outside)
    widths = np.divide(outside - inside, larger, out=np.zeros_like(larger), where=larger > 0)
    return float(widths[own > 1].sum())
