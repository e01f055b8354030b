"""Charts: valid drawings with their words and numbers, and nothing that could be injected."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from aukio.ui import charts
from aukio.ui.charts import _scale, _tiles

AREAS = Path(__file__).parents[4] / "data/areas/2025/wellbeing.csv"
BARS = charts.BarChart("Organisers", "Towns lead.", bars=[charts.Bar("Towns", 61)])
POINTS = [charts.Point("2024", 10, 8, 12), charts.Point("2025", None), charts.Point("2026", 14)]
LINES = charts.LineChart("People", "It grows.", series=[charts.Series("People", POINTS)])
DOTS = charts.DotChart(
    "Clarity", "Clearer.", dots=[charts.Dot("Spring", 62, 58, 66, 51)], before_name="Before"
)
TILES = charts.TileMap("Areas", "Helsinki leads.", tiles=[charts.Tile("90", "Helsinki", 7)])
ALL = pytest.mark.parametrize("chart", [BARS, LINES, DOTS, TILES], ids=lambda one: one.kind)


def parsed(chart: charts.Chart) -> etree._Element:
    """The figure as strict XML: a drawing that is not well-formed fails here."""
    text = str(charts.draw(chart)).replace(" open>", ">").replace(" open ", " ")
    return etree.fromstring(f"<div>{text}</div>")


@ALL
def test_a_drawing_is_named_and_described(chart: charts.Chart):
    svg = parsed(chart).find(".//svg")

    title, description = svg.find("title"), svg.find("desc")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == chart.title
    assert description.text == chart.summary


@ALL
def test_the_numbers_are_a_table_one_click_away(chart: charts.Chart):
    table = parsed(chart).find(".//details//table")

    assert table.find("caption").text == chart.title
    assert table.findall(".//tbody/tr")


@ALL
def test_no_style_and_no_script_is_written(chart: charts.Chart):
    tree = parsed(chart)

    assert not tree.xpath("//@style | //style | //script | //@*[starts-with(name(), 'on')]")


@ALL
def test_two_charts_with_other_titles_have_other_ids(chart: charts.Chart):
    other = type(chart)(**{**vars(chart), "title": "Something else"})

    ids = set(parsed(chart).xpath("//@id"))

    assert not ids & set(parsed(other).xpath("//@id"))


@given(words=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_words_can_never_become_markup(words: str):
    chart = charts.BarChart(words, words, bars=[charts.Bar(words, 3)])

    tree = parsed(chart)

    assert tree.find(".//svg/title").text == words
    assert not tree.xpath("//script | //img")


def test_bars_are_as_long_as_their_share_of_the_largest():
    chart = charts.BarChart("T", "S", bars=[charts.Bar("a", 10), charts.Bar("b", 5)])

    long, short = [float(one.get("width")) for one in parsed(chart).iterfind(".//svg/rect")]

    assert short == pytest.approx(long / 2, abs=0.01)


def test_a_bar_below_zero_is_refused():
    with pytest.raises(ValueError, match="dot chart"):
        charts.BarChart("T", "S", bars=[charts.Bar("a", -1)])


def test_a_chart_without_bars_is_still_drawn():
    tree = parsed(charts.BarChart("T", "S"))

    assert tree.find(".//svg") is not None
    assert tree.find(".//table") is None


def test_a_gap_breaks_the_line_and_shows_as_a_dash_in_the_table():
    tree = parsed(LINES)

    cells = [cell.text for cell in tree.iterfind(".//tbody/tr/td")]
    assert cells == ["10 (8–12)", "–", "14"]
    assert len(tree.findall(".//svg/circle")) == 2
    assert tree.find(".//svg/polyline") is None


def test_series_differ_by_mark_as_well_as_by_colour():
    points = [charts.Point("a", 1), charts.Point("b", 2)]
    names = ["One", "Two", "Three"]
    chart = charts.LineChart("T", "S", series=[charts.Series(name, points) for name in names])

    marks = [f"aukio-chart__mark--{at}" for at in (1, 2, 3)]
    shapes = {
        node.tag
        for node in parsed(chart).iterfind(".//svg/*")
        if any(mark in (node.get("class") or "") for mark in marks)
    }

    assert shapes == {"circle", "rect", "polygon"}


def test_series_with_other_moments_are_refused():
    one = charts.Series("One", [charts.Point("a", 1)])
    two = charts.Series("Two", [charts.Point("b", 1)])

    with pytest.raises(ValueError, match="same moments"):
        charts.LineChart("T", "S", series=[one, two])


@pytest.mark.parametrize("count", [0, 4])
def test_a_line_chart_has_one_to_three_series(count: int):
    series = [charts.Series(str(at), [charts.Point("a", 1)]) for at in range(count)]

    with pytest.raises(ValueError, match="one to three"):
        charts.LineChart("T", "S", series=series)


def test_before_is_a_hollow_dot_with_its_name():
    tree = parsed(DOTS)

    assert tree.xpath("//svg/circle[@class='aukio-chart__hollow']")
    assert "Before" in tree.xpath("//svg/text/text()")


def areas() -> list[dict[str, str]]:
    with AREAS.open(encoding="utf-8") as source:
        return list(csv.DictReader(source))


def test_every_area_has_a_place_of_its_own_on_the_map():
    assert {area["code"] for area in areas()} == set(_tiles.PLACES)
    assert len(set(_tiles.PLACES.values())) == len(_tiles.PLACES)


@pytest.mark.parametrize("column", ["short_fi", "short_sv", "short_en"])
def test_three_letters_tell_areas_apart(column: str):
    letters = [_tiles.short(area[column]) for area in areas()]

    assert len(set(letters)) == len(letters)


def test_a_tile_says_its_area_and_value_in_words():
    assert "Helsinki: 7" in parsed(TILES).xpath("//svg//title/text()")


def test_an_unknown_value_is_a_dash_and_an_outlined_tile():
    chart = charts.TileMap("T", "S", tiles=[charts.Tile("91", "Åland", None)])

    tree = parsed(chart)

    assert tree.xpath("//*[contains(@class, 'aukio-tile--none')]//text()[.='–']")


def test_an_unknown_area_is_refused():
    with pytest.raises(ValueError, match="99"):
        charts.draw(charts.TileMap("T", "S", tiles=[charts.Tile("99", "Nowhere", 1)]))


@pytest.mark.parametrize(
    ("value", "low", "high", "shade"),
    [(None, 0, 1, None), (0, 0, 10, 0), (10, 0, 10, 4), (5, 0, 10, 2), (3, 3, 3, 2)],
)
def test_shades_run_from_the_least_to_the_most(value, low, high, shade):
    assert _tiles.step(value, low, high) == shade


@given(
    values=st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=30),
    from_zero=st.booleans(),
)
def test_a_scale_holds_every_value_and_its_ticks_rise(values: list[float], from_zero: bool):
    level = _scale.scale(values, 0, 100, from_zero=from_zero)

    slack = (level.high - level.low) * 1e-6
    assert level.low - slack <= min(values)
    assert max(values) <= level.high + slack
    assert list(level.ticks) == sorted(set(level.ticks))


def test_numbers_are_written_as_the_reader_writes_them():
    chart = charts.BarChart("T", "S", bars=[charts.Bar("a", 12345.5)])

    with translation.override("fi"):
        assert "12\xa0345,5" in str(charts.draw(chart))


def test_a_chart_of_an_unknown_kind_is_refused():
    with pytest.raises(TypeError, match="Chart"):
        charts.draw(charts.Chart("T", "S"))
