"""`/api/v1/indicators`."""

from __future__ import annotations

import pytest
from django.test import Client

from aukio.shared.indicators.tests.factories import offer

pytestmark = pytest.mark.django_db


def test_lists_what_is_counted(client: Client):
    offer(code="a", version=2)

    [found] = client.get("/api/v1/indicators").json()

    assert (found["code"], found["measure"], found["version"]) == ("a", "1.1.1", 2)


def test_lists_those_of_one_measure(client: Client):
    offer(code="a", measure="1.1.1")
    offer(code="b", measure="1.1.2")

    found = client.get("/api/v1/indicators?measure=1.1.2").json()

    assert [one["code"] for one in found] == ["b"]


def test_shows_a_figure_with_the_rows_it_was_counted_from(client: Client):
    offer(12, rows=4, note="So far.", code="a")

    found = client.get("/api/v1/indicators/a").json()

    assert (found["value"], found["rows"], found["note"]) == (12, 4, "So far.")


def test_hides_a_count_of_fewer_than_five_people(client: Client):
    offer(3, rows=3, code="a", unit="people")

    found = client.get("/api/v1/indicators/a").json()

    assert (found["value"], found["rows"], found["suppressed"]) == (None, None, True)


def test_gives_the_unit_in_three_languages(client: Client):
    offer(code="a", unit="days")

    assert client.get("/api/v1/indicators/a").json()["unit"] == {
        "fi": "päivää",
        "sv": "dagar",
        "en": "days",
    }


def test_an_unknown_figure_is_not_found(client: Client):
    assert client.get("/api/v1/indicators/nothing").status_code == 404
