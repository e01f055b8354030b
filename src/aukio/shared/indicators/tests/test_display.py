"""How figures are shown, and when they are not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.functional import lazystr

from aukio.shared.indicators import display, registry
from aukio.shared.indicators.registry import Figure
from aukio.shared.indicators.tests.factories import offer


def shown(value, language: str = "en", **changes) -> display.Shown:
    offer(**changes)
    with translation.override(language):
        return display.show(registry.get("dialogues.organisers"), Figure(value, 1))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_fewer_than_five_people_are_not_shown(count: int):
    assert shown(count, unit="people").value is None


def test_what_is_not_shown_says_so_in_words():
    assert shown(3, unit="people").text == "fewer than 5"


@pytest.mark.parametrize("count", [0, 5, 1100])
def test_nobody_and_five_or_more_people_are_shown(count: int):
    assert shown(count, unit="people").value == count


def test_fewer_than_five_of_anything_else_are_shown():
    assert shown(3, unit="dialogues").text == "3"


def test_a_missing_figure_says_so():
    assert shown(None).text == "No figure yet"


def test_a_missing_figure_is_not_suppressed():
    assert not shown(None, unit="people").suppressed


def test_thousands_are_parted_as_finns_write_them():
    assert shown(1234, "fi").text == "1\xa0234"


def test_decimals_have_a_comma_in_finnish():
    assert shown(2.75, "fi").text == "2,8"


def test_a_figure_that_rounds_to_a_whole_number_has_no_decimals():
    assert shown(2.98).text == "3"


def test_a_whole_number_has_no_decimals():
    assert shown(Decimal("12.0")).text == "12"


def test_a_share_is_shown_in_per_cent():
    assert shown(0.256, unit="share").text == "25.6"


def test_a_known_unit_is_told_in_words():
    offer(unit="people")

    with translation.override("fi"):
        assert display.unit(registry.get("dialogues.organisers")) == "henkilöä"


def test_a_unit_of_its_own_words_is_told_as_it_is():
    offer(unit=lazystr("handshakes"))

    assert display.unit(registry.get("dialogues.organisers")) == "handshakes"


def test_a_plain_count_has_no_unit():
    offer(unit="count")

    assert display.unit(registry.get("dialogues.organisers")) == ""
