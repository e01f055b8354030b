"""A plan changes in mid-term and keeps its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.plan.actions import Decision, add_milestone, amend_measure, finish_milestone
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Amendment, Measure
from aukio.apps.plan.models.append_only import WrittenOnce
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.search.queries import find

pytestmark = pytest.mark.django_db
DECISION = Decision(why="The law changed.", decided=date(2026, 3, 1), approved_by="Working group")


@pytest.fixture
def measure():
    return factories.measure("1.1.1", start="2023", end="2027")


def amend(measure, by=None, revision=1, decision=DECISION, **values):
    return amend_measure(
        by=by, measure=measure, revision=revision, values=values, decision=decision
    )


class TestAmend:
    def test_what_why_when_and_by_whom_are_kept(self, measure):
        amendment = amend(measure, by=factories.team(), end="2028")

        assert amendment.changes == {"end": ["2027", "2028"]}
        assert (amendment.why, amendment.approved_by) == ("The law changed.", "Working group")
        measure.refresh_from_db()
        assert (measure.end, measure.revision) == ("2028", 2)

    def test_fields_that_stay_the_same_are_left_out(self, measure):
        assert list(amend(measure, start="2023", end="2028").changes) == ["end"]

    def test_the_new_words_are_found_by_search(self, measure):
        amend(measure, title_fi="Kyläkirjastot auki")

        assert [hit.url for hit in find("kyläkirjasto", "fi")] == ["/fi/plan/1.1.1/"]

    def test_somebody_who_read_an_older_text_sees_both(self, measure):
        amend(measure, end="2028")

        with pytest.raises(EditedMeanwhile) as caught:
            amend(measure, end="2030")

        assert caught.value.theirs.end == "2028"
        assert caught.value.yours == {"end": "2030"}
        assert Measure.objects.get().end == "2028"

    def test_nothing_changed_is_refused(self, measure):
        with pytest.raises(Fault):
            amend(measure, end="2027")

    @pytest.mark.parametrize("change", [{"why": " "}, {"approved_by": ""}])
    def test_a_reason_and_an_approver_are_needed(self, measure, change):
        with pytest.raises(Fault):
            amend(measure, decision=replace(DECISION, **change), end="2028")

        assert not Amendment.objects.exists()
        assert Measure.objects.get().revision == 1

    def test_a_number_cannot_be_amended(self, measure):
        with pytest.raises(ValueError, match="number"):
            amend(measure, number="9.9.9")

    def test_a_lead_may_not_amend_the_plan(self, measure):
        with pytest.raises(PermissionDenied):
            amend(measure, by=factories.lead_of(measure), end="2028")

    def test_an_amendment_is_never_changed(self, measure):
        amendment = amend(measure, end="2028")

        with pytest.raises(WrittenOnce):
            amendment.save()


class TestMilestones:
    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2026-11-30", date(2026, 11, 30)),
            ("30.11.2026", date(2026, 11, 30)),
            ("31.2.2026", None),
            ("end of 2026", None),
            ("2026", None),
            ("", None),
        ],
    )
    def test_a_day_is_read_only_when_it_is_written(self, measure, written, day):
        milestone = add_milestone(by=None, measure=measure, title="Guide out", due=written)

        assert (milestone.due, milestone.due_date) == (written, day)

    def test_a_lead_adds_and_finishes_a_step(self, measure):
        lead = factories.lead_of(measure)
        milestone = add_milestone(by=lead, measure=measure, title="Guide out", due="2026")

        finish_milestone(by=lead, milestone=milestone, on=date(2026, 5, 1))

        assert measure.milestones.get().done == date(2026, 5, 1)

    def test_a_step_without_a_title_is_refused(self, measure):
        with pytest.raises(Fault):
            add_milestone(by=None, measure=measure, title=" ", due="2026")

    def test_somebody_else_may_not_add(self, measure):
        with pytest.raises(PermissionDenied):
            add_milestone(by=factories.person(), measure=measure, title="x", due="")
