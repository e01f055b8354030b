"""`/api/v1/areas`."""

from __future__ import annotations

import pytest
from django.test import Client

from aukio.shared.areas.tests.factories import area

pytestmark = pytest.mark.django_db


def test_lists_areas_of_one_kind_by_code(client: Client):
    area(code="02")
    area(code="01")
    area(code="01", kind="region")

    items = client.get("/api/v1/areas/municipality").json()["items"]

    assert [item["code"] for item in items] == ["01", "02"]


def test_shows_an_area_with_its_names_and_parents(client: Client):
    region = area(code="01", name="Uusimaa", kind="region")
    area(code="091", name="Helsinki", name_sv="Helsingfors", region=region)

    found = client.get("/api/v1/areas/municipality/091").json()

    assert found == {
        "kind": "municipality",
        "code": "091",
        "name": {"fi": "Helsinki", "sv": "Helsingfors", "en": "Helsinki"},
        "region": "01",
        "wellbeing": None,
        "first_year": 2025,
        "last_year": None,
    }


def test_shows_an_area_as_it_was_in_a_year(client: Client):
    area(code="061", name="Forssa", last_year=2025)
    area(code="061", name="Uusi-Forssa", first_year=2026)

    found = client.get("/api/v1/areas/municipality/061?year=2025").json()

    assert found["name"]["fi"] == "Forssa"


def test_an_unknown_code_is_not_found(client: Client):
    assert client.get("/api/v1/areas/municipality/999").status_code == 404


def test_an_unknown_kind_does_not_fit(client: Client):
    assert client.get("/api/v1/areas/planet").status_code == 422


def test_a_year_of_no_division_does_not_fit(client: Client):
    assert client.get("/api/v1/areas/region?year=99999").status_code == 422


def test_a_list_takes_one_query(client: Client, django_assert_max_num_queries):
    for number in range(10):
        area(code=f"{number:03}")

    with django_assert_max_num_queries(1):
        client.get("/api/v1/areas/municipality")


def test_an_area_cannot_be_changed_from_outside(client: Client):
    assert client.delete("/api/v1/areas/municipality/091").status_code == 405
