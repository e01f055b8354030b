"""The plan for machines."""

from __future__ import annotations

import pytest

from aukio.apps.plan.tests import factories

pytestmark = pytest.mark.django_db


def test_measures_are_listed_with_their_completion(client):
    factories.finland()
    factories.report(factories.Measure.objects.get(number="1.1.1"), "limited")

    items = client.get("/api/v1/plan/measures").json()["items"]

    assert items[0]["number"] == "1.1.1"
    assert items[0]["completion"] == "limited"
    assert items[1]["completion"] is None
    assert items[0]["translation"]["fi"] == "aukio"


def test_a_measure_has_its_reports_and_evidence(client):
    measure = factories.measure("1.1.1")
    factories.report(measure, "limited", done="Begun.")
    factories.evidence(measure)

    found = client.get("/api/v1/plan/measures/1.1.1").json()

    assert found["measure"]["completion"] == "limited"
    assert found["reports"][0]["obstacles"] == ["funding"]
    assert found["evidence"] == [
        {
            "title": "Minutes",
            "language": "fi",
            "address": "https://example.fi/minutes",
            "checked": False,
        }
    ]


def test_an_unknown_measure_is_not_found(client):
    assert client.get("/api/v1/plan/measures/9.9.9").status_code == 404


def test_another_method_is_refused(client):
    assert client.post("/api/v1/plan/measures").status_code == 405
