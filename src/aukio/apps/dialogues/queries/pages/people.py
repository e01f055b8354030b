"""Numbers of people that may be shown: none under five, and none that gives one away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aukio.shared.indicators.display import SMALLEST_SHOWN


@dataclass(frozen=True)
class People:
    """How many, or why it is not told. ``count`` is None when it may not be shown.

    It is hidden because it ``is_few``, or so that others that are few stay hidden; where both
    stand side by side nobody is told which of the two it is.
    """

    count: int | None
    is_known: bool = True
    is_few: bool = True

    @property
    def is_hidden(self) -> bool:
        return self.is_known and self.count is None


UNKNOWN = People(None, is_known=False)
NOT_SHOWN = People(None, is_few=False)


def shown(count: int | None) -> People:
    """A number as it may be shown."""
    if count is None:
        return UNKNOWN
    return People(count if count >= SMALLEST_SHOWN else None)


def shown_beside(count: int | None, told: int | None) -> People:
    """A number among others whose total is told; ``told`` is what may be told of it."""
    if count is None:
        return UNKNOWN
    return NOT_SHOWN if told is None else People(told)


def shown_parts(parts: Mapping[str, int]) -> dict[str, People]:
    """Parts of a whole that is itself told, such as age bands of a dialogue.

    Parts under five are hidden. A single hidden part could be worked out from the whole, so
    the smallest others are hidden too until at least two are, with five people or more.
    """
    hidden = {code for code, count in parts.items() if count < SMALLEST_SHOWN}
    rest = sorted(set(parts) - hidden, key=lambda code: (parts[code], code))
    while hidden and rest and _gives_away([parts[code] for code in hidden]):
        hidden.add(rest.pop(0))
    return {code: People(None if code in hidden else count) for code, count in parts.items()}


def _gives_away(counts: list[int]) -> bool:
    return len(counts) < 2 or sum(counts) < SMALLEST_SHOWN
