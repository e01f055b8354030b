"""Pages of figures: what is behind a number, what figures mean, and those people tell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from aukio.apps.plan.actions import Described, describe_indicator, take_snapshots
from aukio.apps.plan.actions.told_figures import Fact, code_for, tell_figure
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Evidence, IndicatorDefinition, Snapshot
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.indicators import registry
from aukio.shared.indicators.registry import Breakdown, Figure, Indicator, Part

pytestmark = pytest.mark.django_db
TELL = "/en/plan/1.1.1/figures/"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


@pytest.fixture
def offer(monkeypatch):
    known: dict[str, Indicator] = {}
    monkeypatch.setattr(registry, "_known", known)

    def offered(code="t.one", value=12, *, measure="1.1.1", version=1, **rest):
        function = value if callable(value) else lambda: Figure(value, 30)
        known[code] = Indicator(code, measure, "Visits", "days", "down", version, function, **rest)

    return offered


def by_region(*parts: tuple[str, int]) -> Breakdown:
    return Breakdown("Region", tuple(Part(name, count, f"/r/{name}") for name, count in parts))


class TestFigure:
    def test_it_shows_value_definition_version_hash_and_months(self, client, measure, offer):
        offer(value=12)
        take_snapshots()

        page = client.get("/en/plan/figures/t.one/").content.decode()

        assert "Visits" in page
        assert "12" in page
        assert Snapshot.objects.get().query_hash in page
        assert "<svg" in page

    def test_the_records_behind_it_are_grouped_with_links(self, client, measure, offer):
        offer(records=lambda: by_region(("Uusimaa", 3), ("Lappi", 9)))

        page = client.get("/en/plan/figures/t.one/").content.decode()

        assert '<a class="govuk-link" href="/r/Lappi">Lappi</a>' in page
        assert ">3</td>" in page

    def test_few_people_are_hidden_and_cannot_be_worked_out(self, client, measure, offer):
        parts = by_region(("Uusimaa", 3), ("Lappi", 9), ("Häme", 41))
        offer(value=53, people=True, records=lambda: parts)

        page = client.get("/en/plan/figures/t.one/").content.decode()
        told = client.get("/api/v1/indicators/t.one/records").json()

        assert page.count("not shown</td>") == 2
        assert ">41</td>" in page
        assert [row["count"] for row in told["groups"]] == [None, None, 41]
        assert told["total"] == 53

    def test_a_fault_in_a_room_leaves_the_page_standing(self, client, measure, offer):
        offer(value=lambda: Figure(1 / 0, 0), records=lambda: by_region(("x", 1 // 0)))

        assert client.get("/en/plan/figures/t.one/").status_code == 200

    @pytest.mark.parametrize("code", ["t.none", "..", "a b"])
    def test_an_unknown_code_is_not_found(self, client, measure, offer, code):
        assert client.get(f"/en/plan/figures/{code}/").status_code == 404

    def test_one_for_a_measure_outside_the_plan_is_not_found(self, client, measure, offer):
        offer(measure="9.9.9")

        assert client.get("/en/plan/figures/t.one/").status_code == 404

    def test_the_interface_knows_no_records_of_a_figure_without_groups(self, client, offer):
        offer()

        assert client.get("/api/v1/indicators/t.one/records").status_code == 404
        assert client.get("/api/v1/indicators/t.none/records").status_code == 404

    def test_the_measures_page_leads_to_it(self, client, measure, offer):
        offer()

        assert "/en/plan/figures/t.one/" in client.get("/en/plan/1.1.1/").content.decode()


class TestMeasuresWithoutOne:
    def test_it_counts_those_that_have_one_and_lists_the_rest(self, client, measure, offer):
        factories.measure("1.1.2")
        offer(measure="1.1.1")
        offer("t.other", measure="9.9.9")

        page = client.get("/en/plan/without-figures/").content.decode()

        assert "1 of 2 measures have a live figure." in page
        assert "Measure 1.1.2" in page
        assert "Measure 1.1.1" not in page


class TestDefinitions:
    def test_every_version_is_listed_with_its_words(self, client, measure, offer):
        offer(version=1)
        take_snapshots()
        offer(version=2)
        take_snapshots()
        IndicatorDefinition.objects.filter(version=2).update(owner="Ministry", target="40 a year")

        page = client.get("/en/plan/indicators/").content.decode()

        assert "Ministry" in page
        assert "40 a year" in page
        assert page.count("Visits") >= 2
        assert "Change the words" not in page

    def test_a_figure_is_listed_before_its_first_month(self, client, measure, offer):
        offer()

        assert "Visits" in client.get("/en/plan/indicators/").content.decode()

    def test_the_team_changes_the_words(self, client, measure, offer):
        offer()
        take_snapshots()
        found = IndicatorDefinition.objects.get()
        client.force_login(factories.team())
        given = {"owner": "Ministry", "source": "t", "target": "40", "revision": 1, "before": ""}

        answer = client.post(f"/en/plan/indicators/{found.pk}/", given)

        found.refresh_from_db()
        assert answer.status_code == 302
        assert (found.owner, found.target, found.revision) == ("Ministry", "40", 2)
        assert "40" in client.get("/en/plan/figures/t.one/").content.decode()

    def test_nothing_changed_is_told(self, client, measure, offer):
        offer()
        take_snapshots()
        found = IndicatorDefinition.objects.get()
        client.force_login(factories.team())

        answer = client.post(f"/en/plan/indicators/{found.pk}/", {"source": "t", "revision": 1})

        assert "Nothing was changed" in answer.content.decode()

    def test_two_at_once_see_both_texts(self, client, measure, offer):
        offer()
        take_snapshots()
        found = IndicatorDefinition.objects.get()
        described = Described(source="t", owner="Their owner")
        describe_indicator(by=None, definition=found, revision=1, described=described)
        client.force_login(factories.team())
        mine = {"source": "t", "owner": "My owner", "revision": 1, "before": '{"owner": ""}'}

        answer = client.post(f"/en/plan/indicators/{found.pk}/", mine)

        assert answer.status_code == 409
        assert "Their owner" in answer.content.decode()
        assert "My owner" in answer.content.decode()


class TestTelling:
    GIVEN = {
        "figure": "new",
        "evidence": "new",
        "label": "People trained",
        "unit": "people",
        "period": "2026-1",
    }

    def given(self, **changes):
        evidence = {"evidence_title": "List", "evidence_address": "https://example.fi/list"}
        return {**self.GIVEN, "value": "120", **evidence, **changes}

    def test_a_lead_tells_one_with_new_evidence(self, client, measure):
        client.force_login(factories.lead_of(measure))

        answer = client.post(TELL, self.given())

        assert answer.status_code == 302
        assert Snapshot.objects.get().value == 120
        page = client.get("/en/plan/1.1.1/").content.decode()
        assert "Told by people" in page
        assert "People trained" in page

    def test_the_next_month_uses_the_same_figure_and_evidence_that_is_there(self, client, measure):
        client.force_login(factories.team())
        client.post(TELL, self.given())
        proof = Evidence.objects.get()
        again = {"figure": "told.people-trained", "period": "2026-2", "value": "12.5"}

        client.post(TELL, {**again, "evidence": proof.pk})

        assert Snapshot.objects.count() == 2
        assert IndicatorDefinition.objects.count() == 1

    def test_finns_write_a_decimal_comma(self, client, measure):
        client.force_login(factories.team())

        client.post(TELL.replace("/en/", "/fi/"), self.given(value="12,5"))

        assert Snapshot.objects.get().value == Decimal("12.5")

    def test_a_file_may_show_it(self, client, measure):
        client.force_login(factories.team())
        file = SimpleUploadedFile("list.pdf", PDF)

        client.post(TELL, self.given(evidence_address="", evidence_file=file))

        assert Snapshot.objects.get().evidence.file.name == "list.pdf"

    @pytest.mark.parametrize(
        "change",
        [
            {"label": ""},
            {"value": "many"},
            {"value": "NaN"},
            {"period": "spring"},
            {"period": "2026-13"},
            {"figure": "unknown"},
            {"evidence_title": "", "evidence_address": ""},
            {"evidence_address": "nowhere"},
            {"evidence": "999"},
        ],
    )
    def test_bad_input_is_told_and_nothing_is_kept(self, client, measure, change):
        client.force_login(factories.team())

        answer = client.post(TELL, self.given(**change))

        assert answer.status_code == 200
        assert not Snapshot.objects.exists()
        assert not Evidence.objects.exists()

    def test_two_at_once_see_both_and_the_evidence_is_not_lost(self, client, measure):
        client.force_login(factories.team())
        proof = factories.evidence(measure, title="Their list")
        fact = Fact(code_for("People trained"), "People trained", "people", "2026-1", Decimal(90))
        tell_figure(by=None, measure=measure, fact=fact, evidence=proof)

        answer = client.post(TELL, self.given())

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "90" in page
        assert "Their list" in page
        assert Snapshot.objects.get().value == 90
        form = answer.context["form"]
        data = {name: form[name].value() or "" for name in form.fields}
        assert client.post(TELL, data).status_code == 302
        assert Snapshot.objects.get().value == 120
        assert Evidence.objects.count() == 2

    def test_a_figure_told_meanwhile_is_not_overwritten(self, measure):
        fact = Fact("told.x", "X", "", "2026-1", Decimal(1))
        proof = factories.evidence(measure)
        tell_figure(by=None, measure=measure, fact=fact, evidence=proof)

        with pytest.raises(EditedMeanwhile):
            tell_figure(by=None, measure=measure, fact=fact, evidence=proof)

    @pytest.mark.parametrize("value", ["Infinity", "1e20"])
    def test_a_number_beyond_the_database_is_refused(self, measure, value):
        fact = Fact("told.x", "X", "", "2026-1", Decimal(value))

        with pytest.raises(Fault):
            tell_figure(by=None, measure=measure, fact=fact, evidence=factories.evidence(measure))
