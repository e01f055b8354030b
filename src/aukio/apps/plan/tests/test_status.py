"""Reporting status: judged by people, never overwritten, complete only on checked evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from aukio.apps.plan.actions import Told, approve_completion, report_status
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Completion, StatusReport
from aukio.apps.plan.models.append_only import WrittenOnce
from aukio.apps.plan.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.indicators import registry

pytestmark = pytest.mark.django_db
TOLD = Told(completion="substantial", done="Two rounds were held.")


@pytest.fixture(autouse=True)
def _vocabulary():
    factories.obstacles()


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


@pytest.fixture
def lead(measure):
    return factories.lead_of(measure)


class TestReport:
    def test_a_leads_report_is_kept_and_audited(self, measure, lead):
        report = report_status(by=lead, measure=measure, told=TOLD, after=0)

        assert (report.sequence, report.completion, report.by) == (1, "substantial", lead)
        event = Event.objects.get(verb="plan.report_status")
        assert (event.actor_id, event.detail["report"]) == (lead.pk, report.pk)

    @pytest.mark.parametrize("completion", ["not_started", "limited"])
    def test_limited_or_below_needs_an_obstacle(self, measure, lead, completion):
        with pytest.raises(Fault, match="obstacle"):
            report_status(
                by=lead, measure=measure, told=replace(TOLD, completion=completion), after=0
            )

        assert not StatusReport.objects.exists()

    def test_limited_with_obstacles_is_kept(self, measure, lead):
        told = replace(TOLD, completion="limited", obstacles=("funding", "other"))

        report = report_status(by=lead, measure=measure, told=told, after=0)

        assert report.obstacle_codes == ["funding", "other"]

    @pytest.mark.parametrize(
        "change",
        [{"completion": "done"}, {"done": "  "}, {"obstacles": ("weather",)}],
    )
    def test_bad_input_is_refused(self, measure, lead, change):
        with pytest.raises(Fault):
            report_status(by=lead, measure=measure, told=replace(TOLD, **change), after=0)

        assert not StatusReport.objects.exists()

    def test_somebody_else_may_not_report(self, measure):
        with pytest.raises(PermissionDenied):
            report_status(by=factories.person(), measure=measure, told=TOLD, after=0)

    def test_a_lead_of_another_measure_may_not_report(self, measure):
        other = factories.lead_of(factories.measure("1.1.2"))

        with pytest.raises(PermissionDenied):
            report_status(by=other, measure=measure, told=TOLD, after=0)

    def test_a_count_never_sets_a_status(self, measure, monkeypatch):
        one = registry.Indicator(
            "t.x", "1.1.1", "X", "count", "up", 1, lambda: registry.Figure(10**6, 10**6)
        )
        monkeypatch.setattr(registry, "_known", {"t.x": one})
        from aukio.apps.plan.actions import take_snapshots

        take_snapshots()

        assert not StatusReport.objects.exists()


class TestTwoAtOnce:
    def test_the_second_writer_loses_nothing_and_overwrites_nothing(self, measure, lead):
        first = report_status(by=lead, measure=measure, told=TOLD, after=0)
        mine = replace(TOLD, done="My own long text.")

        with pytest.raises(EditedMeanwhile) as caught:
            report_status(by=factories.team(), measure=measure, told=mine, after=0)

        assert caught.value.theirs == first
        assert caught.value.yours["done"] == "My own long text."
        assert StatusReport.objects.get() == first

    def test_having_seen_the_first_the_second_can_be_saved(self, measure, lead):
        report_status(by=lead, measure=measure, told=TOLD, after=0)

        second = report_status(by=factories.team(), measure=measure, told=TOLD, after=1)

        assert second.sequence == 2

    def test_a_number_from_the_future_is_refused(self, measure, lead):
        with pytest.raises(EditedMeanwhile):
            report_status(by=lead, measure=measure, told=TOLD, after=7)

    def test_the_database_lets_in_one_of_two_that_passed_the_check(
        self, measure, monkeypatch, lead
    ):
        from aukio.apps.plan.actions import status

        first = factories.report(measure)
        monkeypatch.setattr(status, "last_report", lambda measure: None)

        with pytest.raises(EditedMeanwhile) as caught:
            report_status(by=lead, measure=measure, told=TOLD, after=0)

        assert caught.value.theirs == first


class TestComplete:
    def test_it_cannot_be_asked_for_without_checked_evidence(self, measure, lead):
        factories.evidence(measure)

        with pytest.raises(Fault, match="checked evidence"):
            report_status(
                by=lead, measure=measure, told=replace(TOLD, completion="complete"), after=0
            )

    def test_asked_for_it_stays_substantial_until_approved(self, measure, lead):
        factories.evidence(measure, checked=True)

        told = replace(TOLD, completion="complete")
        report = report_status(by=lead, measure=measure, told=told, after=0)

        assert (report.completion, report.asks_completion) == ("substantial", True)

    def test_a_named_approver_makes_it_complete(self, measure, lead):
        proof = factories.evidence(measure, checked=True)
        told = replace(TOLD, completion="complete")
        report_status(by=lead, measure=measure, told=told, after=0)
        approver = factories.team()

        report = approve_completion(by=approver, measure=measure, evidence=proof, after=1)

        assert report.completion == Completion.COMPLETE
        assert (report.by, report.approved_by, report.rests_on) == (lead, approver, proof)

    def test_nobody_approves_their_own_report(self, measure):
        team = factories.team()
        proof = factories.evidence(measure, checked=True)
        told = replace(TOLD, completion="complete")
        report_status(by=team, measure=measure, told=told, after=0)

        with pytest.raises(PermissionDenied):
            approve_completion(by=team, measure=measure, evidence=proof, after=1)

    def test_it_is_not_approved_unless_asked_for(self, measure, lead):
        proof = factories.evidence(measure, checked=True)
        report_status(by=lead, measure=measure, told=TOLD, after=0)

        with pytest.raises(Fault, match="asked"):
            approve_completion(by=factories.team(), measure=measure, evidence=proof, after=1)

    def test_unchecked_evidence_or_that_of_another_measure_is_not_enough(self, measure, lead):
        factories.report(measure, asks_completion=True, by=lead)
        others = factories.evidence(factories.measure("1.1.2"), checked=True)

        for proof in (factories.evidence(measure), others):
            with pytest.raises(Fault, match="not been checked"):
                approve_completion(by=factories.team(), measure=measure, evidence=proof, after=1)

    def test_a_report_since_then_stops_the_approval(self, measure, lead):
        proof = factories.evidence(measure, checked=True)
        factories.report(measure, by=lead)
        factories.report(measure, asks_completion=True, by=lead)

        with pytest.raises(EditedMeanwhile):
            approve_completion(by=factories.team(), measure=measure, evidence=proof, after=1)


class TestTheDatabase:
    """What no code, however wrong, can store."""

    @pytest.mark.parametrize(
        "values",
        [
            {"completion": "limited", "obstacles": ""},
            {"completion": "not_started", "obstacles": ""},
            {"completion": "finished"},
        ],
    )
    def test_it_refuses_a_wrong_report(self, measure, values):
        row = {"measure": measure, "sequence": 1, "done": "x", "language": "fi", **values}

        with pytest.raises(IntegrityError), transaction.atomic():
            StatusReport.objects.create(**row)

    def test_it_refuses_complete_without_an_approver(self, measure):
        proof = factories.evidence(measure, checked=True)

        with pytest.raises(IntegrityError), transaction.atomic():
            StatusReport.objects.create(
                measure=measure, sequence=1, completion="complete", done="x", rests_on=proof
            )

    def test_it_refuses_complete_without_evidence(self, measure):
        with pytest.raises(IntegrityError), transaction.atomic():
            StatusReport.objects.create(
                measure=measure,
                sequence=1,
                completion="complete",
                done="x",
                approved_by=factories.team(),
            )

    def test_it_refuses_approval_by_the_writer(self, measure):
        someone = factories.team()
        proof = factories.evidence(measure, checked=True)

        with pytest.raises(IntegrityError), transaction.atomic():
            StatusReport.objects.create(
                measure=measure,
                sequence=1,
                completion="complete",
                done="x",
                by=someone,
                approved_by=someone,
                rests_on=proof,
            )

    def test_a_report_is_never_changed_or_removed(self, measure):
        report = factories.report(measure)

        for attempt in (
            report.save,
            report.delete,
            lambda: StatusReport.objects.update(done=""),
            lambda: StatusReport.objects.all().delete(),
            lambda: StatusReport.objects.bulk_update([report], ["done"]),
        ):
            with pytest.raises(WrittenOnce):
                attempt()
