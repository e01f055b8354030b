"""Shares with their intervals, by drawing dialogues again: pure, and the same every time.

A share is ``sum(hits) / sum(totals)`` over dialogues: of dialogues when every total is one, of
remarks when hits and totals are numbers of remarks. Dialogues, not remarks, are drawn: what is
said in one room hangs together.

The interval is the percentile bootstrap of B. Efron & R. Tibshirani, "An introduction to the
bootstrap" (1993), chapter 13. Where no dialogue differs from another, drawing again tells
nothing; then the bound is the one that ``n`` like cases allow (1 - 0.025^(1/n), the exact
bound of Clopper and Pearson for none of n), so that few dialogues never look certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 20201
DRAWS = 2000
LEVEL = 0.95
FEWEST = 5  # with fewer dialogues no interval is given
_TAIL = (1 - LEVEL) / 2


@dataclass(frozen=True)
class Interval:
    """A value, and the bounds between which it would lie in 95 draws of 100."""

    value: float
    low: float
    high: float


class Direction(Enum):
    GREW = "grew"
    FELL = "fell"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Change:
    """From one round to another; ``difference`` is none when there are too few dialogues."""

    difference: Interval | None
    direction: Direction


Counts = Sequence[tuple[int, int]]  # (hits, total) of each dialogue


def share(counts: Counts) -> Interval | None:
    """The share with its interval; none with fewer than ``FEWEST`` dialogues.

    Raises ``ValueError`` when a dialogue has more hits than its total, or none at all to hit.
    """
    return _share(_steady(counts))


def compare(earlier: Counts, later: Counts) -> Change:
    """Whether the share grew: only when the interval of the difference leaves zero out."""
    return _compare(_steady(earlier), _steady(later))


def _steady(counts: Counts) -> tuple[tuple[int, int], ...]:
    """Sorted: the order in which dialogues come changes nothing."""
    for hits, total in counts:
        if total < 1 or not 0 <= hits <= total:
            raise ValueError(f"{hits} of {total} is no share.")
    return tuple(sorted(counts))


@lru_cache(maxsize=1024)
def _share(counts: tuple[tuple[int, int], ...]) -> Interval | None:
    if len(counts) < FEWEST:
        return None
    return _bounded(_value(counts), _draws(counts, 0), _room(counts))


@lru_cache(maxsize=1024)
def _compare(earlier: tuple[tuple[int, int], ...], later: tuple[tuple[int, int], ...]) -> Change:
    if min(len(earlier), len(later)) < FEWEST:
        return Change(None, Direction.UNKNOWN)
    before, after = _draws(earlier, 1), _draws(later, 2)
    value = _value(later) - _value(earlier)
    low, high = _percentiles(after - before)
    if _is_still(before) or _is_still(after):
        one, other = _share(earlier), _share(later)
        if one is not None and other is not None:
            low, high = other.low - one.high, other.high - one.low
    difference = Interval(value, min(low, value), max(high, value))
    return Change(difference, _direction(difference))


def _direction(difference: Interval) -> Direction:
    if difference.low > 0:
        return Direction.GREW
    return Direction.FELL if difference.high < 0 else Direction.UNKNOWN


def _value(counts: Counts) -> float:
    return sum(hits for hits, _total in counts) / sum(total for _hits, total in counts)


def _room(counts: Counts) -> float:
    """How far off a share may be when all of so many dialogues are alike."""
    return float(1 - _TAIL ** (1 / len(counts)))


def _bounded(value: float, draws: NDArray[np.float64], room: float) -> Interval:
    if _is_still(draws):
        return Interval(value, max(0.0, value - room), min(1.0, value + room))
    low, high = _percentiles(draws)
    return Interval(value, min(low, value), max(high, value))


def _is_still(draws: NDArray[np.float64]) -> bool:
    return float(draws.max() - draws.min()) < 1e-12


def _percentiles(draws: NDArray[np.float64]) -> tuple[float, float]:
    import numpy as np  # not when the web process starts

    low, high = np.quantile(draws, [_TAIL, 1 - _TAIL])
    return float(low), float(high)


def _draws(counts: tuple[tuple[int, int], ...], stream: int) -> NDArray[np.float64]:
    """The share of each of ``DRAWS`` rounds made by drawing dialogues with replacement."""
    import numpy as np

    given = np.array(counts, dtype=np.int64)
    chosen = np.random.default_rng([SEED, stream]).integers(0, len(given), size=(DRAWS, len(given)))
    drawn = given[chosen].sum(axis=1)
    return np.asarray(drawn[:, 0] / drawn[:, 1], dtype=np.float64)
