"""A map in which every wellbeing services county, Helsinki and Åland is one equal tile.

Codes are those of the areas' reference data: 01 to 21, 90 Helsinki, 91 Åland. Places are
ours: neighbours stand beside one another as far as a grid of five columns lets them.
"""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

from aukio.shared.i18n.figures import number
from aukio.ui.charts._model import Tile, TileMap
from aukio.ui.charts._svg import WIDTH, rect, text
from aukio.ui.markup import element, join

# Column and row of each area.
PLACES = {
    "21": (3, 0),
    "19": (2, 1),
    "20": (3, 1),
    "17": (1, 2),
    "18": (2, 2),
    "13": (3, 2),
    "14": (4, 2),
    "16": (1, 3),
    "15": (2, 3),
    "12": (3, 3),
    "11": (4, 3),
    "06": (1, 4),
    "08": (2, 4),
    "09": (3, 4),
    "10": (4, 4),
    "05": (1, 5),
    "07": (2, 5),
    "02": (3, 5),
    "01": (4, 5),
    "91": (0, 6),
    "03": (2, 6),
    "90": (3, 6),
    "04": (4, 6),
}
COLUMNS, ROWS, CLASSES = 5, 7, 5
SIDE = WIDTH / COLUMNS


def short(name: str) -> str:
    """Three letters for a tile: "Pohjois-Savo" → "PSa", "Lappi" → "Lap"."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    if len(words) < 2:
        return name[:3]
    return words[0][0] + words[-1][:2]


def drawing(chart: TileMap) -> tuple[SafeString, int]:
    """The tiles and the height they take. An unknown code raises ``ValueError``."""
    unknown = sorted({tile.code for tile in chart.tiles} - set(PLACES))
    if unknown:
        raise ValueError(f"No place on the map for area codes {', '.join(unknown)}.")
    values = [tile.value for tile in chart.tiles if tile.value is not None]
    low, high = (min(values), max(values)) if values else (0.0, 0.0)
    tiles = [_tile(tile, step(tile.value, low, high), chart.decimals) for tile in chart.tiles]
    return join(tiles), int(ROWS * SIDE)


def step(value: float | None, low: float, high: float) -> int | None:
    """Which of the five shades, from 0 for the least to 4 for the most."""
    if value is None:
        return None
    if high == low:
        return CLASSES // 2
    return min(CLASSES - 1, int((value - low) / (high - low) * CLASSES))


def _tile(tile: Tile, shade: int | None, decimals: int | None) -> SafeString:
    column, row = PLACES[tile.code]
    x, y = column * SIDE, row * SIDE
    written = "–" if tile.value is None else number(tile.value, decimals)
    look = "none" if shade is None else str(shade)
    middle = x + SIDE / 2
    return element(
        "g",
        {"class": f"aukio-tile aukio-tile--{look}"},
        element("title", {}, f"{tile.name}: {written}"),
        rect(x + 2, y + 2, SIDE - 4, SIDE - 4, "aukio-tile__box", corner=4),
        text(middle, y + 32, short(str(tile.name)), anchor="middle", name="aukio-tile__name"),
        text(middle, y + 56, written, anchor="middle", name="aukio-tile__value"),
    )


def table(chart: TileMap) -> list[list[object]]:
    """Areas in the alphabet of the page's language, with the letters of their tiles."""
    return [
        [
            f"{tile.name} ({short(str(tile.name))})",
            "–" if tile.value is None else number(tile.value, chart.decimals),
        ]
        for tile in sorted(chart.tiles, key=lambda tile: str(tile.name))
    ]
