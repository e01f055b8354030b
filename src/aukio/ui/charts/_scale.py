"""Scales with round steps."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Leads values from ``low`` to ``high`` onto a length; ``ticks`` are its round values."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)


def scale(
    values: Iterable[float | None], start: float, end: float, *, from_zero: bool, steps: int = 4
) -> Scale:
    """A scale that covers the values with about ``steps`` round steps."""
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    size = max(abs(low), abs(high))
    if high - low <= max(1e-6, 1e-9 * size):
        # All the same, as far as anyone can see: a scale as wide as the value itself.
        high = low + (size if size > 1e-6 else 1.0)
    step = round_step((high - low) / steps)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(index * step, 10) for index in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def round_step(rough: float) -> float:
    """The nearest of 1, 2, 2.5, 5 × 10ⁿ that is not under ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 2.5, 5, 10):
        if factor * power >= rough * (1 - 1e-9):
            return float(factor * power)
    return 10 * power
