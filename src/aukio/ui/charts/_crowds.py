"""Crowds on a plane: each an oval where most of its people are, never a dot for a person."""

from __future__ import annotations

from django.utils.safestring import SafeString

from aukio.shared.i18n.figures import number
from aukio.ui.charts._model import Crowd, CrowdMap
from aukio.ui.charts._svg import LETTER, WIDTH, fitting, line, text
from aukio.ui.markup import Attributes, element, join

HEIGHT, EDGE = 260, 16
LINES = 20
NUMBER = "aukio-chart__text aukio-chart__number"


def drawing(chart: CrowdMap) -> tuple[SafeString, int]:
    """The ovals, each with its outline, scaled alike along both axes, and the height they take."""
    scale = _scale(chart)
    axes = [
        line(0, HEIGHT / 2, WIDTH, HEIGHT / 2, "aukio-chart__grid"),
        line(WIDTH / 2, 0, WIDTH / 2, HEIGHT, "aukio-chart__grid"),
    ]
    ovals = [_oval(one, scale) for one in chart.crowds]
    names = [_name(one, scale) for one in chart.crowds]
    return join([*axes, *ovals, *names]), HEIGHT


def _scale(chart: CrowdMap) -> float:
    """The largest at which every oval, however turned, is inside the drawing."""
    aside = max((abs(one.x) + one.wide for one in chart.crowds), default=0.0) or 1.0
    above = max((abs(one.y) + max(one.wide, one.high) for one in chart.crowds), default=0.0) or 1.0
    return min((WIDTH / 2 - EDGE) / aside, (HEIGHT / 2 - EDGE) / above)


def _place(one: Crowd, scale: float) -> tuple[float, float]:
    return round(WIDTH / 2 + one.x * scale, 1), round(HEIGHT / 2 - one.y * scale, 1)


def _oval(one: Crowd, scale: float) -> SafeString:
    x, y = _place(one, scale)
    box: Attributes = {
        "cx": x,
        "cy": y,
        "rx": round(max(one.wide * scale, 8), 1),
        "ry": round(max(one.high * scale, 8), 1),
        "transform": f"rotate({-one.turn:.1f} {x} {y})",
    }
    return join(
        [
            element("ellipse", {**box, "class": "aukio-chart__interval"}),
            element("ellipse", {**box, "class": "aukio-chart__line"}),
        ]
    )


def _name(one: Crowd, scale: float) -> SafeString:
    x, y = _place(one, scale)
    words = fitting(one.label, WIDTH / 2)
    half = max(len(words), 4) * LETTER / 2
    x = min(max(x, half), WIDTH - half)
    return join(
        [
            text(x, y - 2, words, anchor="middle"),
            text(x, y - 2 + LINES, number(one.size), anchor="middle", name=NUMBER),
        ]
    )


def table(chart: CrowdMap) -> list[list[object]]:
    return [[str(one.label), number(one.size)] for one in chart.crowds]
