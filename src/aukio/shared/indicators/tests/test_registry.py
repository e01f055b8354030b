"""Registering and counting figures."""

from __future__ import annotations

import pytest

from aukio.shared.indicators import registry
from aukio.shared.indicators.registry import Figure, TakenCode, UnknownIndicator
from aukio.shared.indicators.tests.factories import offer


def test_a_registered_figure_is_counted_by_its_code():
    offer(12, rows=4, note="So far.")

    assert registry.compute("dialogues.organisers") == Figure(12, 4, "So far.")


def test_a_figure_is_counted_anew_each_time():
    numbers = iter([1, 2])
    registry.indicator(code="a", measure="1.1.1", label="A", unit="count", direction="up")(
        lambda: Figure(next(numbers), 1)
    )

    assert [registry.compute("a").value, registry.compute("a").value] == [1, 2]


def test_the_function_stays_usable_as_it_is():
    assert offer(5)().value == 5


def test_the_definition_is_kept():
    offer(version=3)

    one = registry.get("dialogues.organisers")
    assert (one.measure, one.direction, one.version) == ("1.1.1", "up", 3)


def test_an_unknown_code_is_told():
    with pytest.raises(UnknownIndicator):
        registry.compute("nothing")


def test_one_code_belongs_to_one_function():
    offer(code="a")

    with pytest.raises(TakenCode):
        registry.indicator(code="a", measure="1.1.1", label="A", unit="count", direction="up")(
            lambda: Figure(1, 1)
        )


def test_the_same_function_may_be_registered_again():
    offer(1, code="a")
    offer(2, code="a")

    assert registry.compute("a").value == 2


def test_a_measure_has_its_own_indicators():
    offer(code="a", measure="1.1.1")
    offer(code="b", measure="1.1.2")

    assert [one.code for one in registry.for_measure("1.1.2")] == ["b"]


def test_a_measure_without_indicators_has_none():
    assert registry.for_measure("9.9.9") == []


def test_measures_are_in_the_order_of_their_numbers():
    for measure in ("2.1.1", "1.1.10", "1.1.2"):
        offer(code=measure, measure=measure)

    assert [one.measure for one in registry.every()] == ["1.1.2", "1.1.10", "2.1.1"]


def test_the_unit_people_marks_a_count_of_people():
    offer(unit="people")

    assert registry.get("dialogues.organisers").people


def test_other_units_do_not():
    assert not offer(unit="days").__dict__.get("people")
    assert not registry.get("dialogues.organisers").people


def test_an_indicator_of_another_unit_may_still_count_people():
    offer(unit="facilitators", people=True)

    assert registry.get("dialogues.organisers").people
