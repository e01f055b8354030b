"""Figures: counted by rooms each month, or told by people with evidence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from click.testing import CliRunner
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from aukio.apps.plan.actions import Fact, figures, take_snapshots, tell_figure
from aukio.apps.plan.command import group
from aukio.apps.plan.models import IndicatorDefinition, Snapshot
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.indicators import registry
from aukio.shared.indicators.registry import Figure, Indicator

pytestmark = pytest.mark.django_db
FACT = Fact("visits", "Visits", "visits", "2026-1", Decimal("12"))


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


@pytest.fixture
def offer(monkeypatch):
    known: dict[str, Indicator] = {}
    monkeypatch.setattr(registry, "_known", known)

    def offered(code="t.one", value=12, *, measure="1.1.1", version=1, **rest):
        function = value if callable(value) else lambda: Figure(value, 30)
        known[code] = Indicator(code, measure, "Label", "days", "down", version, function, **rest)

    return offered


class TestSnapshots:
    def test_each_figure_is_kept_with_rows_and_a_hash(self, measure, offer):
        offer(value=12.5)

        taken = take_snapshots()

        snapshot = Snapshot.objects.get()
        assert (taken.counted, taken.new) == (1, 1)
        assert (snapshot.value, snapshot.rows) == (Decimal("12.5"), 30)
        assert len(snapshot.query_hash) == 64
        assert snapshot.definition.direction == "down"

    def test_within_a_month_the_figure_follows_the_records(self, measure, offer):
        offer(value=1)
        take_snapshots()
        offer(value=2)

        take_snapshots()

        assert Snapshot.objects.get().value == 2

    def test_a_month_that_is_over_stays(self, measure, offer, monkeypatch):
        offer(value=1)
        monkeypatch.setattr(figures, "this_period", lambda: "2026-01")
        take_snapshots()
        offer(value=2)
        monkeypatch.setattr(figures, "this_period", lambda: "2026-02")

        take_snapshots()

        assert list(Snapshot.objects.values_list("period", "value")) == [
            ("2026-01", 1),
            ("2026-02", 2),
        ]

    def test_a_new_way_of_counting_is_a_new_version(self, measure, offer):
        offer(version=1)
        take_snapshots()
        offer(version=2)

        take_snapshots()

        assert list(IndicatorDefinition.objects.values_list("version", flat=True)) == [1, 2]

    def test_one_that_fails_takes_no_other_with_it(self, measure, offer):
        offer("t.bad", lambda: Figure(1 / 0, 0))
        offer("t.good", 5)

        taken = take_snapshots()

        assert (taken.counted, taken.failed) == (1, ["t.bad"])

    def test_nothing_to_count_from_yet_is_kept_as_nothing(self, measure, offer):
        offer(value=lambda: Figure(None, 0))

        take_snapshots()

        assert Snapshot.objects.get().value is None

    @pytest.mark.parametrize(("value", "has_unit"), [(None, False), (12, True)])
    def test_a_unit_stands_only_beside_a_number(self, value, has_unit, measure, offer, client):
        offer(value=value)

        page = client.get("/en/plan/1.1.1/").content.decode()
        assert ("No figure yet" in page) is not has_unit
        assert ("12 days" in page) is has_unit
        assert "No figure yet days" not in page

    def test_figures_of_measures_outside_the_plan_are_left_out(self, measure, offer):
        offer(measure="9.9.9")

        assert take_snapshots().counted == 0

    def test_few_people_are_hidden(self):
        counted = IndicatorDefinition(counts_people=True)

        assert figures.is_hidden(counted, Decimal(3))
        assert not figures.is_hidden(counted, Decimal(0))
        assert not figures.is_hidden(counted, Decimal(5))
        assert not figures.is_hidden(IndicatorDefinition(), Decimal(3))

    def test_the_command_tells_what_was_kept(self, measure, offer):
        offer()

        result = CliRunner().invoke(group, ["snapshot", "--format", "json"])

        assert '"counted": 1' in result.output

    def test_the_command_ends_with_one_when_a_figure_failed(self, measure, offer):
        offer("t.bad", lambda: Figure(1 / 0, 0))

        result = CliRunner().invoke(group, ["snapshot"])

        assert result.exit_code == 1
        assert "t.bad" in result.stderr


class TestToldFigures:
    def test_it_needs_evidence_of_the_same_measure(self, measure):
        others = factories.evidence(factories.measure("1.1.2"))

        with pytest.raises(Fault):
            tell_figure(by=None, measure=measure, fact=FACT, evidence=others)

        assert not Snapshot.objects.exists()

    def test_a_leads_figure_is_kept_and_looks_different(self, measure):
        lead = factories.lead_of(measure)
        proof = factories.evidence(measure)

        snapshot = tell_figure(by=lead, measure=measure, fact=FACT, evidence=proof)

        assert (snapshot.told_by, snapshot.evidence, snapshot.rows) == (lead, proof, None)
        assert snapshot.definition.kind == "manual"

    def test_a_counted_figure_cannot_be_told(self, measure, offer):
        offer("visits")
        take_snapshots()

        with pytest.raises(Fault):
            tell_figure(by=None, measure=measure, fact=FACT, evidence=factories.evidence(measure))

    def test_somebody_else_may_not_tell(self, measure):
        proof = factories.evidence(measure)

        with pytest.raises(PermissionDenied):
            tell_figure(by=factories.person(), measure=measure, fact=FACT, evidence=proof)

    @pytest.mark.parametrize("values", [{}, {"rows": 3}, {"query_hash": "a"}])
    def test_the_database_refuses_a_figure_from_nowhere(self, measure, values):
        definition = IndicatorDefinition.objects.create(measure=measure, code="x", kind="manual")

        with pytest.raises(IntegrityError), transaction.atomic():
            Snapshot.objects.create(
                definition=definition, period="2026-1", value=1, taken=timezone.now(), **values
            )
