"""The plan on the front page."""

from __future__ import annotations

import pytest

from aukio.apps.plan import front
from aukio.apps.plan.tests import factories

pytestmark = pytest.mark.django_db


def test_every_measure_is_a_light_with_words(client):
    factories.finland()

    page = client.get("/en/").content.decode()

    assert page.count("/en/plan/") >= 25
    assert "Not reported yet" in page


def test_the_section_is_left_out_while_there_is_no_plan(rf):
    assert front.how_the_plan_stands(rf.get("/")) is None


def test_the_section_takes_four_queries(rf, django_assert_num_queries):
    factories.finland()

    with django_assert_num_queries(4):
        front.how_the_plan_stands(rf.get("/"))
