"""The public pages: plan, commitment and measure."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.plan.models import Plan, Review
from aukio.apps.plan.tests import factories
from aukio.shared.indicators import registry
from aukio.shared.indicators.registry import Figure, Indicator

pytestmark = pytest.mark.django_db
OWN = {"fi": "Aukion oma käännös", "sv": "Aukios egen översättning"}


@pytest.fixture
def offered(monkeypatch):
    """Indicators that only this test sees."""
    known: dict[str, Indicator] = {}
    monkeypatch.setattr(registry, "_known", known)

    def offer(code: str, function, measure: str = "1.1.1", **values) -> None:
        settings = {"unit": "days", "direction": "down", "version": 1, **values}
        known[code] = Indicator(code, measure, f"Label of {code}", function=function, **settings)

    return offer


class TestPlan:
    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_it_shows_every_measure_in_the_readers_language(self, client, language):
        plan = factories.finland()

        answer = client.get(f"/{language}/plan/")

        assert answer.status_code == 200
        page = answer.content.decode()
        assert getattr(plan, f"title_{language}") in page
        assert page.count(f'href="/{language}/plan/1.1.1/"') >= 1
        assert f'href="/{language}/plan/3.2.4/"' in page

    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_it_says_that_the_translation_is_not_official(self, client, language):
        factories.finland()

        assert OWN[language] in client.get(f"/{language}/plan/").content.decode()

    def test_it_says_nothing_of_translation_in_the_original_language(self, client):
        factories.finland()

        assert "own translation" not in client.get("/en/plan/").content.decode()

    def test_it_needs_six_queries_at_most_whatever_the_size(
        self, client, django_assert_max_num_queries
    ):
        owner = factories.plan()
        for number in range(120):
            factories.measure(f"{number // 40 + 1}.1.{number % 40 + 1}", owner)

        with django_assert_max_num_queries(6):
            answer = client.get("/fi/plan/")

        assert answer.content.decode().count("Measure ") >= 120

    def test_without_a_plan_it_is_not_found(self, client):
        assert client.get("/fi/plan/").status_code == 404

    def test_a_plan_without_sections_shows_its_measures(self, client):
        measure = factories.measure("1.1.1")
        measure.section = None
        measure.save()

        assert "Measure 1.1.1" in client.get("/fi/plan/").content.decode()

    def test_it_takes_no_post(self, client):
        assert client.post("/fi/plan/").status_code == 405


class TestCommitment:
    def test_it_shows_its_own_measures_only(self, client):
        factories.finland()

        page = client.get("/fi/plan/2/").content.decode()

        assert "/fi/plan/2.1.3/" in page
        assert "/fi/plan/3.1.1/" not in page

    def test_it_needs_six_queries_at_most(self, client, django_assert_max_num_queries):
        factories.finland()

        with django_assert_max_num_queries(6):
            client.get("/fi/plan/1/")

    def test_an_unknown_number_is_not_found(self, client):
        factories.finland()

        assert client.get("/fi/plan/9/").status_code == 404

    def test_it_takes_no_post(self, client):
        assert client.post("/fi/plan/1/").status_code == 405


class TestMeasure:
    def test_it_shows_the_promise_with_its_lead_and_years(self, client):
        factories.finland()

        page = client.get("/sv/plan/2.1.3/").content.decode()

        assert "finansministeriet" in page
        assert "2027" in page
        assert OWN["sv"] in page

    def test_it_shows_the_live_figures_of_that_measure_only(self, client, offered):
        factories.finland()
        offered("tests.mine", lambda: Figure(value=12, rows=30))
        offered("tests.others", lambda: Figure(value=99, rows=30), measure="1.1.2")

        page = client.get("/en/plan/1.1.1/").content.decode()

        assert "Label of tests.mine" in page
        assert "12" in page
        assert "Label of tests.others" not in page

    def test_a_small_number_of_people_is_not_shown(self, client, offered):
        factories.finland()
        offered("tests.few", lambda: Figure(value=3, rows=3), people=True)

        assert "fewer than 5" in client.get("/en/plan/1.1.1/").content.decode()

    def test_a_figure_that_fails_does_not_take_the_page_down(self, client, offered):
        factories.finland()
        offered("tests.broken", lambda: Figure(value=1 / 0, rows=1))

        answer = client.get("/en/plan/1.1.1/")

        assert answer.status_code == 200
        assert "Label of tests.broken" in answer.content.decode()

    def test_it_works_when_no_room_offers_a_figure(self, client, offered):
        factories.finland()

        assert "No live figure" in client.get("/en/plan/1.1.1/").content.decode()

    def test_a_measure_of_another_plan_is_not_found(self, client):
        factories.measure("1.1.1", factories.plan(is_current=False))

        assert client.get("/fi/plan/1.1.1/").status_code == 404

    def test_an_unknown_number_is_not_found(self, client):
        factories.finland()

        assert client.get("/fi/plan/9.9.9/").status_code == 404

    def test_it_takes_no_post(self, client):
        assert client.post("/fi/plan/1.1.1/").status_code == 405


def test_each_public_page_is_found_by_its_name():
    factories.finland()

    assert Plan.objects.get().is_current
    assert reverse("plan:measure", args=["1.1.1"]).endswith("/plan/1.1.1/")


def test_the_timeline_begins_with_the_newest_also_on_one_day(client):
    measure = factories.measure("1.1.1")
    factories.report(measure, done="The first.")
    factories.report(measure, done="The second.")

    page = client.get("/en/plan/1.1.1/").content.decode()

    told = page[page.index('id="timeline"') :]
    assert told.index("The second.") < told.index("The first.")


def test_a_review_shows_the_codes_of_its_own_scale(client):
    Review.objects.create(
        measure=factories.measure("1.1.1"),
        kind="independent",
        text="Good.",
        language="en",
        reviewer="R. Reviewer",
        codes={"ambition": "high"},
    )

    assert "R. Reviewer, ambition: high" in client.get("/en/plan/1.1.1/").content.decode()
