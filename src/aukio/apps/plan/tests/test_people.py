"""Leads by name, reviews, and the whole matrix of roles and rules."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aukio.apps.plan.actions import (
    Judgement,
    name_lead,
    open_period,
    remove_lead,
    review_measure,
)
from aukio.apps.plan.models import Responsible, Review
from aukio.apps.plan.rules import RULES
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
JUDGEMENT = Judgement("independent", "Good, but late.", "A. Reviewer", codes={"relevance": "high"})
ROLES = ("public", "member", "lead", "other_lead", "team", "reviewer")
LEAD_AND_TEAM = {"lead", "team"}
ALLOWED = {
    "plan.report_status": LEAD_AND_TEAM,
    "plan.add_evidence": {"lead", "team", "reviewer"},
    "plan.check_evidence": {"team", "reviewer"},
    "plan.approve_completion": {"team"},
    "plan.tell_figure": LEAD_AND_TEAM,
    "plan.amend_measure": {"team"},
    "plan.set_milestones": LEAD_AND_TEAM,
    "plan.name_lead": {"team"},
    "plan.open_period": {"team"},
    "plan.review_measure": {"reviewer"},
    "plan.assess_measure": {"team"},
    "plan.write_review": {"team", "reviewer"},
    "plan.define_indicator": {"team"},
    "plan.see_desk": {"team"},
    "plan.import_plan": {"team"},
    "plan.show_plan": {"team"},
    "plan.answer_comment": LEAD_AND_TEAM,
}


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


@pytest.fixture
def people(measure):
    return {
        "public": AnonymousUser(),
        "member": factories.person(),
        "lead": factories.lead_of(measure),
        "other_lead": factories.lead_of(factories.measure("1.1.2")),
        "team": factories.team(),
        "reviewer": factories.reviewer(),
    }


def target_of(rule, measure):
    if rule == "plan.check_evidence":
        return factories.evidence(measure)
    if rule == "plan.approve_completion":
        return factories.report(measure, by=factories.person())
    return measure


def test_the_matrix_names_every_rule():
    assert set(ALLOWED) == set(RULES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("rule", sorted(ALLOWED))
def test_each_role_may_do_what_the_matrix_says_and_no_more(rule, role, measure, people):
    target = target_of(rule, measure)

    assert rules.test_rule(rule, people[role], target) is (role in ALLOWED[rule])


@pytest.mark.parametrize("rule", sorted(ALLOWED))
def test_nobody_who_has_left_may_do_anything(rule, measure):
    for person in (factories.team(), factories.lead_of(measure), factories.reviewer()):
        person.is_active = False
        assert not rules.test_rule(rule, person, target_of(rule, measure))


@pytest.mark.parametrize("rule", sorted(ALLOWED))
def test_a_rule_asked_about_nothing_is_not_open_to_a_lead(rule, people):
    assert not rules.test_rule(rule, people["lead"], None)


class TestLeads:
    def test_somebody_new_becomes_a_lead_and_gets_a_letter(self, measure):
        named = name_lead(by=factories.team(), measure=measure, email="new@example.fi", name="New")

        assert named.person.email == "new@example.fi"
        assert Message.objects.filter(to="new@example.fi").exists()

    def test_somebody_who_is_here_already_is_told_which_measure(self, measure):
        lead = factories.person()

        name_lead(by=None, measure=measure, email=lead.email)

        letter = Message.objects.get(to=lead.email)
        assert measure.number in letter.subject
        assert f"/plan/{measure.number}/" in letter.text

    def test_a_lead_named_in_an_open_half_year_is_asked_to_report(self, measure):
        day = timezone.localdate() + datetime.timedelta(days=60)
        open_period(by=None, plan=measure.commitment.plan, code="2026-2", due=day)

        name_lead(by=None, measure=measure, email=factories.person().email)

        assert "/plan/1.1.1/update/" in Message.objects.get().text

    def test_naming_again_changes_nothing(self, measure):
        name_lead(by=None, measure=measure, email="new@example.fi")
        name_lead(by=None, measure=measure, email="new@example.fi")

        assert Responsible.objects.count() == 1

    def test_a_lead_can_be_removed(self, measure):
        named = name_lead(by=None, measure=measure, email="new@example.fi")

        remove_lead(by=factories.team(), responsible=named)

        assert not Responsible.objects.exists()

    def test_a_lead_names_no_other(self, measure):
        with pytest.raises(PermissionDenied):
            name_lead(by=factories.lead_of(measure), measure=measure, email="new@example.fi")

    def test_a_wrong_address_is_refused(self, measure):
        with pytest.raises(Fault):
            name_lead(by=None, measure=measure, email="not an address")


class TestReviews:
    def test_it_is_kept_beside_the_status(self, measure):
        review = review_measure(by=factories.reviewer(), measure=measure, judgement=JUDGEMENT)

        assert (review.kind, review.codes) == ("independent", {"relevance": "high"})
        assert not measure.reports.exists()

    @pytest.mark.parametrize(
        "change",
        [
            {"kind": "friendly"},
            {"completion": "done"},
            {"text": ""},
            {"reviewer": " "},
            {"codes": {"Not A Code!": "x"}},
        ],
    )
    def test_bad_input_is_refused(self, measure, change):
        with pytest.raises(Fault):
            review_measure(by=None, measure=measure, judgement=replace(JUDGEMENT, **change))

        assert not Review.objects.exists()

    def test_the_team_assesses_itself_and_a_reviewer_does_not_for_it(self, measure):
        own = replace(JUDGEMENT, kind="self")

        assert review_measure(by=factories.team(), measure=measure, judgement=own).kind == "self"
        with pytest.raises(PermissionDenied):
            review_measure(by=factories.reviewer(), measure=measure, judgement=own)

    def test_the_team_does_not_review_itself_as_reviewer(self, measure):
        with pytest.raises(PermissionDenied):
            review_measure(by=factories.team(), measure=measure, judgement=JUDGEMENT)
