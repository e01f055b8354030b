"""Bars: each with its label above and its number at the end."""

from __future__ import annotations

from django.utils.safestring import SafeString

from aukio.shared.i18n.figures import number
from aukio.ui.charts._model import Bar, BarChart
from aukio.ui.charts._svg import LETTER, WIDTH, fitting, line, rect, text
from aukio.ui.markup import join

ROW, BAR = 44, 18


def drawing(chart: BarChart) -> tuple[SafeString, int]:
    """The bars and the height they take."""
    largest = max((bar.value for bar in chart.bars), default=0) or 1
    numbers = [number(bar.value, chart.decimals) for bar in chart.bars]
    room = max((len(written) for written in numbers), default=1) * LETTER + 10
    rows = [
        _row(bar, written, at * ROW, (WIDTH - room) * bar.value / largest)
        for at, (bar, written) in enumerate(zip(chart.bars, numbers, strict=True))
    ]
    height = max(1, len(rows)) * ROW
    return join([line(0.5, 0, 0.5, height, "aukio-chart__axis"), *rows]), height


def _row(bar: Bar, written: str, top: float, width: float) -> SafeString:
    return join(
        [
            text(6, top + 14, fitting(bar.label, WIDTH - 6)),
            rect(0, top + 20, round(width, 2), BAR, "aukio-chart__bar"),
            text(
                round(width + 6, 2), top + 34, written, name="aukio-chart__text aukio-chart__number"
            ),
        ]
    )


def table(chart: BarChart) -> list[list[object]]:
    return [[str(bar.label), number(bar.value, chart.decimals)] for bar in chart.bars]
