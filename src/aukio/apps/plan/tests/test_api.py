"""The plan for machines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aukio.apps.plan.actions import (
    Decision,
    Fact,
    Judgement,
    amend_measure,
    review_measure,
    tell_figure,
)
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


def test_a_measure_has_its_milestones_amendments_reviews_and_told_figures(client):
    measure = factories.measure("1.1.1", end="2027")
    factories.milestone(measure, due="31.12.2026")
    decision = Decision("New law", date(2026, 3, 1), "Group", "en")
    amend_measure(by=None, measure=measure, revision=1, values={"end": "2028"}, decision=decision)
    judgement = Judgement("independent", "Good.", "A. Reviewer", codes={"ambition": "high"})
    review_measure(by=None, measure=measure, judgement=judgement)
    fact = Fact("told.x", "People trained", "people", "2026-1", Decimal("120"), "en")
    proof = factories.evidence(measure)
    tell_figure(by=None, measure=measure, fact=fact, evidence=proof)

    found = client.get("/api/v1/plan/measures/1.1.1").json()

    assert found["milestones"][0]["due"] == "31.12.2026"
    assert found["amendments"][0]["changes"] == {"end": ["2027", "2028"]}
    assert found["reviews"][0]["codes"] == {"ambition": "high"}
    assert found["told_figures"][0]["value"] == "120"
