"""A drawing with what belongs round it: title, description, text alternative, table."""

from __future__ import annotations

import zlib

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from aukio.ui.charts import _bars, _crowds, _dots, _lines, _tiles
from aukio.ui.charts._model import BarChart, Chart, CrowdMap, DotChart, LineChart, TileMap
from aukio.ui.charts._svg import WIDTH
from aukio.ui.components.notices import details
from aukio.ui.components.tables import Cell, table
from aukio.ui.markup import Attributes, Text, element


def draw(chart: Chart, *, level: int = 3) -> SafeString:
    """The chart as a figure. ``level`` is that of its heading on the page."""
    content, height = _drawing(chart)
    number = zlib.crc32(f"{chart.kind}{chart.title}{chart.summary}".encode())
    name = f"chart-{number:08x}"
    box: Attributes = {
        "class": f"aukio-chart__drawing aukio-chart__drawing--{chart.kind}",
        "viewBox": f"0 0 {WIDTH} {height}",
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
        "focusable": "false",
    }
    drawing = element(
        "svg",
        box,
        element("title", {"id": f"{name}-title"}, chart.title),
        element("desc", {"id": f"{name}-desc"}, chart.summary),
        content,
    )
    heading = element(f"h{level}", {"class": "govuk-heading-s aukio-chart__title"}, chart.title)
    summary = element("p", {"class": "govuk-body"}, chart.summary)
    numbers = _table(chart)
    if numbers:
        numbers = details(gettext("Show the numbers as a table"), numbers)
    return element(
        "figure",
        {"class": "aukio-chart"},
        element("figcaption", {}, heading, summary),
        drawing,
        numbers,
    )


def _drawing(chart: Chart) -> tuple[SafeString, int]:
    if isinstance(chart, BarChart):
        return _bars.drawing(chart)
    if isinstance(chart, LineChart):
        return _lines.drawing(chart)
    if isinstance(chart, DotChart):
        return _dots.drawing(chart)
    if isinstance(chart, TileMap):
        return _tiles.drawing(chart)
    if isinstance(chart, CrowdMap):
        return _crowds.drawing(chart)
    raise TypeError(f"No drawing for {type(chart).__name__}.")


def _table(chart: Chart) -> SafeString:
    rows, heads = _content(chart)
    cells = [
        [Cell(str(row[0])), *(Cell(str(one), is_number=True) for one in row[1:])] for row in rows
    ]
    head = [Cell(heads[0]), *(Cell(name, is_number=True) for name in heads[1:])]
    return table(cells, head=head, caption=chart.title, caption_classes="govuk-table__caption--s")


def _content(chart: Chart) -> tuple[list[list[object]], list[Text]]:
    """The rows of the table and the headings over them."""
    value: Text = chart.unit or pgettext("heading of a table column", "Value")
    if isinstance(chart, BarChart):
        return _bars.table(chart), [chart.label_head or _what(), value]
    if isinstance(chart, LineChart):
        names: list[Text] = [one.name for one in chart.series]
        return _lines.table(chart), [chart.label_head or _when(), *names]
    if isinstance(chart, DotChart):
        before: list[Text] = [chart.before_name] if chart.before_name else []
        return _dots.table(chart), [chart.label_head or _what(), value, *before]
    if isinstance(chart, CrowdMap):
        return _crowds.table(chart), [chart.label_head or _what(), value]
    assert isinstance(chart, TileMap)
    return _tiles.table(chart), [pgettext("heading of a table column", "Area"), value]


def _what() -> str:
    return pgettext("heading of a table column", "What")


def _when() -> str:
    return pgettext("heading of a table column", "When")
