"""Small parts of drawings. No styles: looks come from class names."""

from __future__ import annotations

from django.utils.safestring import SafeString

from aukio.ui.markup import Attributes, Text, element

WIDTH = 400
LETTER = 7.6  # about the width of a letter at the size of chart text, in drawing units


def text(
    x: float, y: float, words: Text, *, anchor: str = "start", name: str = "aukio-chart__text"
) -> SafeString:
    return element("text", {"x": x, "y": y, "text-anchor": anchor, "class": name}, words)


def line(x1: float, y1: float, x2: float, y2: float, name: str) -> SafeString:
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": name})


def rect(
    x: float, y: float, width: float, height: float, name: str, corner: float = 2
) -> SafeString:
    box: Attributes = {
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "rx": corner,
        "class": name,
    }
    return element("rect", box)


def circle(x: float, y: float, radius: float, name: str) -> SafeString:
    return element("circle", {"cx": x, "cy": y, "r": radius, "class": name})


def fitting(words: Text, width: float) -> str:
    """The words, cut with an ellipsis if they would not fit; the table has them whole."""
    whole = str(words)
    room = max(4, int(width / LETTER))
    return whole if len(whole) <= room else f"{whole[: room - 1].rstrip()}…"
