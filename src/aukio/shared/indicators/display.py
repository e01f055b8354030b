"""How a figure is shown to people. Small counts of people are hidden, not rounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.shared.indicators.registry import Breakdown, Figure, Indicator, Words
from aukio.shared.indicators.suppression import shown_total, suppressed

SMALLEST_SHOWN = 5  # Fewer people than this could be recognised.

UNITS: dict[str, Words] = {
    "people": pgettext_lazy("unit", "people"),
    "organisations": pgettext_lazy("unit", "organisations"),
    "dialogues": pgettext_lazy("unit", "dialogues"),
    "days": pgettext_lazy("unit", "days"),
    "words": pgettext_lazy("unit", "words"),
    "regions": pgettext_lazy("unit", "regions"),
    "percent": pgettext_lazy("unit", "per cent"),
    "share": pgettext_lazy("unit", "per cent"),
    "count": "",
}


@dataclass(frozen=True)
class Shown:
    """A figure made ready for readers: ``value`` is none when it is hidden or missing."""

    text: str
    value: int | float | Decimal | None
    suppressed: bool


def is_suppressed(figure: Figure, *, people: bool) -> bool:
    """Whether the figure counts so few people that it is not shown. Nobody at all is no one."""
    return people and figure.value is not None and 0 < figure.value < SMALLEST_SHOWN


def show(one: Indicator, figure: Figure) -> Shown:
    """The figure as a reader may see it, with number marks of the reader's language."""
    if figure.value is None:
        return Shown(_("No figure yet"), None, False)
    if is_suppressed(figure, people=one.people):
        return Shown(_("fewer than %(number)d") % {"number": SMALLEST_SHOWN}, None, True)
    return Shown(_number(one, figure.value), figure.value, False)


@dataclass(frozen=True)
class Group:
    """A group of the records behind a figure; ``count`` is none when it is hidden."""

    label: str
    count: int | None
    href: str


@dataclass(frozen=True)
class Groups:
    """The records behind a figure as a reader may see them. ``total`` is that of the groups."""

    by: str
    rows: tuple[Group, ...]
    total: int | None
    note: str

    @property
    def hides(self) -> bool:
        return any(row.count is None for row in self.rows)


def groups(one: Indicator, breakdown: Breakdown) -> Groups:
    """The breakdown ready for readers: small numbers of people are hidden with enough others."""
    counts = {place: part.count for place, part in enumerate(breakdown.parts)}
    seen = suppressed(counts) if one.people else counts
    total = shown_total(counts) if one.people else sum(counts.values())
    rows = tuple(
        Group(str(part.label), seen[place], part.href) for place, part in enumerate(breakdown.parts)
    )
    return Groups(str(breakdown.by), rows, total, breakdown.note)


def unit(one: Indicator) -> str:
    """The unit's words in the reader's language."""
    return str(UNITS.get(one.unit, one.unit) if isinstance(one.unit, str) else one.unit)


def _number(one: Indicator, value: int | float | Decimal) -> str:
    exact = Decimal(str(value)) * (100 if one.unit == "share" else 1)
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    decimals = 0 if rounded == rounded.to_integral_value() else 1
    return number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)
