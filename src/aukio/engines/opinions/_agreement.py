"""How alike two divisions of the same people are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def adjusted_rand(one: NDArray[np.intp], other: NDArray[np.intp]) -> float:
    """Hubert and Arabie's adjusted Rand index (1985): 1 the same, about 0 by chance.

    Both number groups from 0 and are of equal length. Two divisions of the same trivial kind
    (all together, or everyone alone) are the same: 1.
    """
    table = overlap(one, other)
    both = _pairs(table)
    left, right = _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0))
    every = len(one) * (len(one) - 1) / 2
    expected = left * right / every if every else 0.0
    most = (left + right) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def overlap(one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    """How many are in group i of ``one`` and group j of ``other``."""
    rows, columns = (int(labels.max(initial=-1)) + 1 for labels in (one, other))
    return np.bincount(one * columns + other, minlength=rows * columns).reshape(rows, columns)


def _pairs(counts: NDArray[np.intp]) -> float:
    return float((counts * (counts - 1)).sum()) / 2
