"""Charts drawn on the server as SVG: figures in, safe HTML out.

Each has a title, a sentence that says what it shows, and its numbers as a table one click
away. Colour is never the only signal, and nothing needs JavaScript.
"""

from aukio.ui.charts._figure import draw
from aukio.ui.charts._model import (
    Bar,
    BarChart,
    Chart,
    Crowd,
    CrowdMap,
    Dot,
    DotChart,
    LineChart,
    Point,
    Series,
    Tile,
    TileMap,
)

__all__ = [
    "Bar",
    "BarChart",
    "Chart",
    "Crowd",
    "CrowdMap",
    "Dot",
    "DotChart",
    "LineChart",
    "Point",
    "Series",
    "Tile",
    "TileMap",
    "draw",
]
