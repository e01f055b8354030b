"""The plan is found by search, in three languages and inflected forms."""

from __future__ import annotations

import pytest

from aukio.apps.plan.models import Measure
from aukio.apps.plan.tests import factories
from aukio.shared.search.queries import find

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _plan():
    factories.finland()


@pytest.mark.parametrize(
    ("words", "language", "address"),
    [
        ("ostolasku", "fi", "/fi/plan/2.1.3/"),
        ("selkokielen", "fi", "/fi/plan/1.2.3/"),
        ("civilsamhällesakademi", "sv", "/sv/plan/2.2.1/"),
        ("purchase invoice", "en", "/en/plan/2.1.3/"),
        ("kansalliset dialogit", "fi", "/fi/plan/1.1.1/"),
    ],
)
def test_a_measure_is_found_by_its_words(words, language, address):
    assert address in [hit.url for hit in find(words, language)]


def test_a_measure_of_another_plan_is_not_found():
    other = factories.measure("9.9.9", factories.plan(is_current=False), title_fi="Kummitusjuna")

    assert Measure.objects.filter(pk=other.pk).exists()
    assert find("kummitusjuna", "fi") == []
