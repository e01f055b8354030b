"""Lines over time, with their intervals. Series differ by dash, mark and name at the end."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from aukio.shared.i18n.figures import number
from aukio.ui.charts._model import LineChart, Point, Series
from aukio.ui.charts._scale import Scale, scale
from aukio.ui.charts._svg import LETTER, WIDTH, circle, fitting, line, rect, text
from aukio.ui.markup import EMPTY, element, join

TOP, BOTTOM, LEGEND = 12.0, 212.0, 24
RIGHT = WIDTH - 14.0


def drawing(chart: LineChart) -> tuple[SafeString, int]:
    """The lines and the height they take."""
    points = [point for one in chart.series for point in one.points]
    values = [v for point in points for v in (point.value, point.low, point.high)]
    upright = scale(values, BOTTOM, TOP, from_zero=chart.from_zero)
    names = [number(tick) for tick in upright.ticks]
    left = max(len(name) for name in names) * LETTER + 8
    places = _places(len(chart.series[0].points), left)
    parts = [_grid(upright, names, left), _moments(chart.series[0].points, places)]
    parts += [_interval(one.points, places, upright) for one in chart.series]
    parts += [_series(one, at, places, upright) for at, one in enumerate(chart.series)]
    height = int(BOTTOM) + 28
    if len(chart.series) > 1:
        parts.append(_legend(chart.series, height))
        height += LEGEND * len(chart.series)
    return join(parts), height


def _places(count: int, left: float) -> list[float]:
    first = left + 10
    if count < 2:
        return [(first + RIGHT) / 2] * count
    return [round(first + (RIGHT - first) * at / (count - 1), 2) for at in range(count)]


def _grid(upright: Scale, names: Sequence[str], left: float) -> SafeString:
    rows = []
    for tick, name in zip(upright.ticks, names, strict=True):
        y = upright.at(tick)
        rows.append(line(left, y, WIDTH, y, "aukio-chart__grid"))
        rows.append(text(left - 6, y + 5, name, anchor="end"))
    return join(rows)


def _moments(points: Sequence[Point], places: Sequence[float]) -> SafeString:
    """As many labels as fit; the first and the last always."""
    if not points:
        return EMPTY
    widest = max(len(str(point.label)) for point in points) * LETTER + 12
    fit = max(2, int((places[-1] - places[0]) / widest) + 1) if len(points) > 1 else 1
    step = max(1, -(-(len(points) - 1) // max(1, fit - 1)))
    shown = {at for at in range(0, len(points), step) if len(points) - 1 - at >= step}
    shown |= {0, len(points) - 1}
    return join(_moment(points, places, at) for at in sorted(shown))


def _moment(points: Sequence[Point], places: Sequence[float], at: int) -> SafeString:
    anchor, x = "middle", places[at]
    if len(points) > 1 and at == len(points) - 1:
        anchor, x = "end", float(WIDTH)
    return text(x, BOTTOM + 20, fitting(points[at].label, WIDTH / 2), anchor=anchor)


def _interval(points: Sequence[Point], places: Sequence[float], upright: Scale) -> SafeString:
    bounded = [
        (x, upright.at(point.low), upright.at(point.high))
        for x, point in zip(places, points, strict=True)
        if point.low is not None and point.high is not None
    ]
    if len(bounded) < 2:
        return join(line(x, low, x, high, "aukio-chart__whisker") for x, low, high in bounded)
    upper = [f"{x},{high}" for x, _low, high in bounded]
    lower = [f"{x},{low}" for x, low, _high in reversed(bounded)]
    return element("polygon", {"points": " ".join(upper + lower), "class": "aukio-chart__interval"})


def _series(one: Series, at: int, places: Sequence[float], upright: Scale) -> SafeString:
    known = [
        (x, upright.at(point.value)) if point.value is not None else None
        for x, point in zip(places, one.points, strict=True)
    ]
    name = f"aukio-chart__line aukio-chart__line--{at + 1}"
    lines = [
        element("polyline", {"points": " ".join(f"{x},{y}" for x, y in run), "class": name})
        for run in _runs(known)
        if len(run) > 1
    ]
    marks = [mark(x, y, at) for x, y in (place for place in known if place)]
    return join([*lines, *marks])


def _runs(places: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches between gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return runs


def mark(x: float, y: float, at: int) -> SafeString:
    """A round, a square or a pointed mark."""
    name = f"aukio-chart__mark aukio-chart__mark--{at + 1}"
    if at == 0:
        return circle(x, y, 4.5, name)
    if at == 1:
        return rect(x - 4, y - 4, 8, 8, name, corner=0)
    corners = f"{x},{y - 5.5} {x + 5},{y + 4} {x - 5},{y + 4}"
    return element("polygon", {"points": corners, "class": name})


def _legend(series: Sequence[Series], top: float) -> SafeString:
    rows = []
    for at, one in enumerate(series):
        y = top + LEGEND * at + 10
        name = f"aukio-chart__line aukio-chart__line--{at + 1}"
        rows += [line(8, y, 40, y, name), mark(24, y, at), text(50, y + 5, fitting(one.name, 340))]
    return join(rows)


def table(chart: LineChart) -> list[list[object]]:
    """A row for each moment; intervals stand beside their value."""
    rows: list[list[object]] = []
    for at, point in enumerate(chart.series[0].points):
        cells = [_cell(one.points[at], chart.decimals) for one in chart.series]
        rows.append([str(point.label), *cells])
    return rows


def _cell(point: Point, decimals: int | None) -> str:
    if point.value is None:
        return "–"
    written = number(point.value, decimals)
    if point.low is None or point.high is None:
        return written
    return f"{written} ({number(point.low, decimals)}–{number(point.high, decimals)})"
