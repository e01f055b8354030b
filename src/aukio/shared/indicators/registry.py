"""The registry of live figures.

A room's ``indicators.py`` says what a figure means and how it is counted::

    @indicator(code="dialogues.organisers", measure="1.1.1", label=_("Organisers"),
               unit="organisations", direction="up")
    def organisers() -> Figure:
        found = Organisation.objects.…
        return Figure(value=len(found), rows=len(found))

The function is pure: it reads, counts and returns; it changes nothing.

``records=`` names another pure function, which leads to the records behind the number::

    def by_region() -> Breakdown:
        return Breakdown(_("Region"), tuple(Part(name, count, href) for …))

Only public names and addresses belong in it, never a person's. Where the figure counts people,
whoever shows it hides small numbers by ``aukio.shared.indicators.suppression``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.utils.functional import Promise

Direction = Literal["up", "down", "none"]
Words = str | Promise


@dataclass(frozen=True)
class Figure:
    """What an indicator shows now.

    ``value`` is the number, or none when there is nothing to count from yet. ``rows`` is how
    many records it was counted from, so that a reader can weigh it. ``note`` tells what the
    reader must know besides, in the reader's language.
    """

    value: int | float | Decimal | None
    rows: int
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A group of the records behind a number: its name, how many, and its public page if any."""

    label: Words
    count: int
    href: str = ""


@dataclass(frozen=True)
class Breakdown:
    """The records behind a number, grouped ``by`` something; each record is in one group."""

    by: Words
    parts: tuple[Part, ...]
    note: str = ""


Records = Callable[[], Breakdown]


@dataclass(frozen=True)
class Indicator:
    """What the figure is: its definition, not its value.

    ``unit`` is a word of ``display.UNITS`` (``people``, ``days``, ``percent`` …) or words of
    its own. ``direction`` says which way is better. ``version`` grows when the way of
    counting changes, so that old and new figures are not compared. ``people`` marks counts
    of people: those under five are not shown.
    """

    code: str
    measure: str
    label: Words
    unit: Words
    direction: Direction
    version: int
    function: Callable[[], Figure]
    people: bool = False
    records: Records | None = None


class UnknownIndicator(LookupError):
    """No room offers an indicator with this code."""


class TakenCode(Exception):
    """Two functions claim one code."""


_known: dict[str, Indicator] = {}


def indicator(
    *,
    code: str,
    measure: str,
    label: Words,
    unit: Words,
    direction: Direction,
    version: int = 1,
    people: bool | None = None,
    records: Records | None = None,
) -> Callable[[Callable[[], Figure]], Callable[[], Figure]]:
    """Offer the decorated function's figure to the measure (numbered as in the plan).

    ``people`` need not be said when the unit is ``people``.
    """
    counts_people = unit == "people" if people is None else people

    def register(function: Callable[[], Figure]) -> Callable[[], Figure]:
        new = Indicator(
            code, measure, label, unit, direction, version, function, counts_people, records
        )
        taken = _known.get(code)
        if taken and _origin(taken.function) != _origin(function):
            raise TakenCode(f"{code} is offered by {_origin(taken.function)} already")
        _known[code] = new
        return function

    return register


def _origin(function: Callable[[], Figure]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def every() -> list[Indicator]:
    """All indicators by measure and code."""
    return sorted(_known.values(), key=lambda one: (_number(one.measure), one.code))


def for_measure(measure: str) -> list[Indicator]:
    """The indicators of one measure, by code; empty when no room offers any."""
    return [one for one in every() if one.measure == measure]


def get(code: str) -> Indicator:
    """The indicator with this code. Raises ``UnknownIndicator``."""
    try:
        return _known[code]
    except KeyError:
        raise UnknownIndicator(code) from None


def compute(code: str) -> Figure:
    """Count the figure now. Raises ``UnknownIndicator``."""
    return get(code).function()


def _number(measure: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in measure.split("."))
