"""What a chart is told. ``summary`` is the text alternative: the finding in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aukio.ui.markup import Text


@dataclass(frozen=True)
class Chart:
    """What every chart has. ``unit`` is written after numbers in the table's heading."""

    title: Text
    summary: Text
    unit: Text = ""
    decimals: int | None = None

    kind: ClassVar[str] = ""


@dataclass(frozen=True)
class Bar:
    label: Text
    value: float


@dataclass(frozen=True)
class BarChart(Chart):
    """Amounts side by side, from zero."""

    bars: Sequence[Bar] = ()
    label_head: Text = ""

    kind: ClassVar[str] = "bars"

    def __post_init__(self) -> None:
        if any(bar.value < 0 for bar in self.bars):
            raise ValueError("A bar chart begins from zero: use a dot chart for negative values.")


@dataclass(frozen=True)
class Point:
    """A value at a moment; ``None`` leaves a gap. ``low`` and ``high`` bound the interval."""

    label: Text
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Series:
    name: Text
    points: Sequence[Point]


@dataclass(frozen=True)
class LineChart(Chart):
    """Change over time: one to three series over the same moments."""

    series: Sequence[Series] = ()
    label_head: Text = ""
    from_zero: bool = True

    kind: ClassVar[str] = "lines"

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= 3:
            raise ValueError("A line chart has one to three series.")
        moments = [[str(point.label) for point in one.points] for one in self.series]
        if any(labels != moments[0] for labels in moments):
            raise ValueError("The series of a line chart must have the same moments.")


@dataclass(frozen=True)
class Dot:
    """A value on a common scale, with its interval and what it was before, if known."""

    label: Text
    value: float
    low: float | None = None
    high: float | None = None
    before: float | None = None


@dataclass(frozen=True)
class DotChart(Chart):
    """Values on one scale, which need not begin from zero."""

    dots: Sequence[Dot] = ()
    label_head: Text = ""
    before_name: Text = ""

    kind: ClassVar[str] = "dots"


@dataclass(frozen=True)
class Tile:
    """An area of the map: its official code, short name and value (``None``: not known)."""

    code: str
    name: Text
    value: float | None


@dataclass(frozen=True)
class TileMap(Chart):
    """The wellbeing services counties, Helsinki and Åland, each an equal tile."""

    tiles: Sequence[Tile] = ()

    kind: ClassVar[str] = "tiles"


@dataclass(frozen=True)
class Crowd:
    """People near one another: the middle, and an oval where most of them are.

    ``wide`` and ``high`` are half its axes, ``turn`` the angle of the first in degrees.
    """

    label: Text
    size: int
    x: float
    y: float
    wide: float
    high: float
    turn: float = 0.0


@dataclass(frozen=True)
class CrowdMap(Chart):
    """Crowds on a plane: nearness is likeness, the directions mean nothing by themselves."""

    crowds: Sequence[Crowd] = ()
    label_head: Text = ""

    kind: ClassVar[str] = "crowds"
