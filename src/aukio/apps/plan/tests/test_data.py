"""What can be taken along: JSON, CSV, feeds, the light, files; and the measure's page in full."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from aukio.apps.plan.actions import Decision, Shown, add_evidence, amend_measure
from aukio.apps.plan.models import IndicatorDefinition, Milestone, Review, Snapshot
from aukio.apps.plan.tests import factories
from aukio.shared.indicators import registry

pytestmark = pytest.mark.django_db


@pytest.fixture
def measure():
    factories.obstacles()
    return factories.measure("1.1.1")


class TestDownloads:
    def test_json_tells_how_each_measure_stands(self, client, measure):
        factories.report(measure, "limited")

        answer = client.get("/en/plan/plan.json").json()

        assert answer["measures"][0]["completion"] == "limited"
        assert answer["measures"][0]["number"] == "1.1.1"

    def test_csv_opens_in_a_spreadsheet(self, client, measure):
        text = client.get("/fi/plan/measures.csv").content.decode("utf-8-sig")

        (row,) = csv.DictReader(io.StringIO(text), delimiter=";")
        assert (row["number"], row["completion_words"]) == ("1.1.1", "Ei vielä raportoitu")

    @pytest.mark.parametrize("name", ["plan.json", "measures.csv", "feed.atom"])
    def test_without_a_plan_they_are_not_found(self, client, name):
        assert client.get(f"/en/plan/{name}").status_code == 404

    @pytest.mark.parametrize("name", ["plan.json", "measures.csv", "feed.atom", "colours/"])
    def test_they_take_no_post(self, client, measure, name):
        assert client.post(f"/en/plan/{name}").status_code == 405


class TestFeeds:
    def entries(self, client, address):
        tree = ElementTree.fromstring(client.get(address).content)
        return tree.findall("{http://www.w3.org/2005/Atom}entry")

    def test_the_plans_feed_has_every_report(self, client, measure):
        factories.report(measure)
        factories.report(factories.measure("1.1.2"))

        assert len(self.entries(client, "/en/plan/feed.atom")) == 2

    def test_a_measures_feed_has_its_own(self, client, measure):
        factories.report(measure)
        factories.report(factories.measure("1.1.2"))

        assert len(self.entries(client, "/en/plan/1.1.1/feed.atom")) == 1

    def test_an_unknown_measure_has_none(self, client, measure):
        assert client.get("/en/plan/9.9.9/feed.atom").status_code == 404


class TestLight:
    def test_it_is_an_image_other_sites_may_show(self, client, measure):
        answer = client.get("/en/plan/1.1.1/light.svg")

        assert answer["Content-Type"] == "image/svg+xml"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert ElementTree.fromstring(answer.content).tag.endswith("svg")
        assert b'class="aukio-light__line' not in answer.content

    def test_it_says_in_words_how_the_measure_stands(self, client, measure):
        image = ElementTree.fromstring(client.get("/en/plan/1.1.1/light.svg").content)
        page = client.get("/en/plan/1.1.1/").content.decode()

        assert "".join(image.itertext()).count("1.1.1 Not reported yet") == 2
        assert "How measure 1.1.1 stands" in page

    def test_it_follows_the_status(self, client, measure):
        before = client.get("/en/plan/1.1.1/light.svg").content
        factories.report(measure, "complete")

        assert client.get("/en/plan/1.1.1/light.svg").content != before


class TestEvidenceFile:
    def test_anyone_may_have_it_as_an_attachment(self, client, measure):
        shown = Shown(title="Photo", file_name="p.png", content=b"\x89PNG\r\n\x1a\n0000")
        evidence = add_evidence(by=None, measure=measure, shown=shown)

        answer = client.get(f"/en/plan/1.1.1/evidence/{evidence.pk}/")

        assert "attachment" in answer["Content-Disposition"]
        answer.close()

    def test_a_link_is_no_file(self, client, measure):
        evidence = factories.evidence(measure)

        assert client.get(f"/en/plan/1.1.1/evidence/{evidence.pk}/").status_code == 404


class TestMeasurePage:
    def test_it_tells_the_whole_story(self, client, measure):
        factories.report(measure, "limited", done="We began.")
        factories.evidence(measure, title="Kick-off minutes", checked=True)
        Milestone.objects.create(measure=measure, code="a", title_en="Guide out", due="Autumn 2026")
        Review.objects.create(
            measure=measure, kind="civil_society", text="Too slow.", language="en", reviewer="NGO"
        )
        decision = Decision("Money ran out.", timezone.localdate(), "Ministry")
        amend_measure(
            by=None, measure=measure, revision=1, values={"end": "2029"}, decision=decision
        )

        page = client.get("/en/plan/1.1.1/").content.decode()

        for words in (
            "We began.", "Funding", "Kick-off minutes", "Checked by", "Guide out", "Autumn 2026",
            "Too slow.", "Review by civil society", "Money ran out.", "Decided by Ministry", "2029",
        ):  # fmt: skip
            assert words in page

    def test_figures_over_time_are_a_chart(self, client, measure):
        definition = IndicatorDefinition.objects.create(
            measure=measure, code="x", kind="live", label_en="Organisers"
        )
        for period, value in (("2026-01", 10), ("2026-02", 12)):
            Snapshot.objects.create(
                definition=definition, period=period, value=value, rows=1, query_hash="a",
                taken=timezone.now(),
            )  # fmt: skip

        page = client.get("/en/plan/1.1.1/").content.decode()

        assert "10 in 2026-01, 12 in 2026-02." in page
        assert "<svg" in page

    def test_told_figures_look_different_and_name_their_evidence(self, client, measure):
        definition = IndicatorDefinition.objects.create(
            measure=measure, code="x", kind="manual", label_en="Visits"
        )
        Snapshot.objects.create(
            definition=definition, period="2026-1", value=Decimal("7.5"),
            evidence=factories.evidence(measure, title="Visitor log"), taken=timezone.now(),
        )  # fmt: skip

        page = client.get("/en/plan/1.1.1/").content.decode()

        assert "Figures told by people" in page
        assert "Visitor log" in page

    def test_it_takes_the_same_queries_at_any_size(self, client, measure, monkeypatch):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        monkeypatch.setattr(registry, "_known", {})

        def queries() -> int:
            with CaptureQueriesContext(
                connection,
            ) as found:
                client.get("/en/plan/1.1.1/")
            return len(found)

        factories.report(measure)
        factories.evidence(measure)
        few = queries()
        for _turn in range(5):
            factories.report(measure)
            factories.evidence(measure, checked=True)

        assert queries() == few


class TestWithoutFigures:
    def test_it_lists_the_measures_nobody_counts(self, client, monkeypatch):
        factories.measure("1.1.1")
        factories.measure("1.1.2")
        one = registry.Indicator(
            "t.x", "1.1.1", "X", "count", "up", 1, lambda: registry.Figure(1, 1)
        )
        monkeypatch.setattr(registry, "_known", {"t.x": one})

        page = client.get("/en/plan/without-figures/").content.decode()

        assert "/en/plan/1.1.2/" in page
        assert "/en/plan/1.1.1/" not in page
