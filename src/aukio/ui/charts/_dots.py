"""Dots on one scale: filled for now, hollow for before, a line for the interval."""

from __future__ import annotations

from django.utils.safestring import SafeString

from aukio.shared.i18n.figures import number
from aukio.ui.charts._model import Dot, DotChart
from aukio.ui.charts._scale import Scale, scale
from aukio.ui.charts._svg import LETTER, WIDTH, circle, fitting, line, text
from aukio.ui.markup import EMPTY, join

ROW, LEGEND = 48, 26


def drawing(chart: DotChart) -> tuple[SafeString, int]:
    """The dots and the height they take."""
    values = [v for dot in chart.dots for v in (dot.value, dot.low, dot.high, dot.before)]
    level = scale(values, 14, WIDTH - 14, from_zero=False)
    rows = [_row(dot, at * ROW, level, chart.decimals) for at, dot in enumerate(chart.dots)]
    height = max(1, len(rows)) * ROW + 6
    axis = _axis(level, height)
    total = height + 24
    legend = EMPTY
    if any(dot.before is not None for dot in chart.dots) and chart.before_name:
        legend = _legend(chart.before_name, total)
        total += LEGEND
    return join([axis, *rows, legend]), total


def _row(dot: Dot, top: float, level: Scale, decimals: int | None) -> SafeString:
    y = top + 32
    x = level.at(dot.value)
    written = number(dot.value, decimals)
    parts = [
        text(0, top + 16, fitting(dot.label, WIDTH - len(written) * LETTER - 12)),
        text(WIDTH, top + 16, written, anchor="end", name="aukio-chart__text aukio-chart__number"),
        line(level.start, y, level.end, y, "aukio-chart__grid"),
    ]
    if dot.low is not None and dot.high is not None:
        parts.append(line(level.at(dot.low), y, level.at(dot.high), y, "aukio-chart__whisker"))
    if dot.before is not None:
        parts.append(circle(level.at(dot.before), y, 6, "aukio-chart__hollow"))
    return join([*parts, circle(x, y, 6, "aukio-chart__mark aukio-chart__mark--1")])


def _axis(level: Scale, top: float) -> SafeString:
    marks = [level.ticks[0], level.ticks[-1]] if len(level.ticks) > 1 else list(level.ticks)
    anchors = ["start", "end"]
    edges = [0.0, float(WIDTH)]
    names = [
        text(x, top + 14, number(tick), anchor=anchor)
        for tick, anchor, x in zip(marks, anchors, edges, strict=False)
    ]
    return join(names)


def _legend(name: object, top: float) -> SafeString:
    y = top + 8
    return join([circle(8, y, 6, "aukio-chart__hollow"), text(22, y + 5, fitting(str(name), 360))])


def table(chart: DotChart) -> list[list[object]]:
    rows: list[list[object]] = []
    for dot in chart.dots:
        before = [_before(dot, chart.decimals)] if chart.before_name else []
        rows.append([str(dot.label), _cell(dot, chart.decimals), *before])
    return rows


def _cell(dot: Dot, decimals: int | None) -> str:
    written = number(dot.value, decimals)
    if dot.low is None or dot.high is None:
        return written
    return f"{written} ({number(dot.low, decimals)}–{number(dot.high, decimals)})"


def _before(dot: Dot, decimals: int | None) -> str:
    return "–" if dot.before is None else number(dot.before, decimals)
