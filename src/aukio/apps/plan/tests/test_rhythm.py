"""The half-year rhythm: tasks and letters for leads, late ones are seen."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from aukio.apps.plan import work
from aukio.apps.plan.actions import close_period, open_period, remind
from aukio.apps.plan.models import Period
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def in_days(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


@pytest.fixture
def lead(measure):
    return factories.lead_of(measure)


def opened(measure, days=60, code="2026-2") -> Period:
    return open_period(by=None, plan=measure.commitment.plan, code=code, due=in_days(days))


def titles(person) -> list[str]:
    return [str(task.title) for task in work.tasks(person)]


class TestOpening:
    def test_every_lead_gets_a_letter_in_their_language_and_a_task(self, measure, lead):
        lead.language = "sv"
        lead.save()

        period = opened(measure)

        letter = Message.objects.get(to=lead.email)
        assert letter.language == "sv"
        assert "/sv/plan/1.1.1/update/" in letter.text
        assert titles(lead) == ["Report on measure 1.1.1"]
        assert work.tasks(lead)[0].due == period.due

    def test_only_one_period_is_open_and_none_twice(self, measure):
        first = opened(measure)
        with pytest.raises(Fault):
            opened(measure, code="2027-1")
        close_period(by=None, period=first)
        with pytest.raises(Fault):
            opened(measure)

    @pytest.mark.parametrize(("code", "days"), [("2026", 5), ("2026-3", 5), ("2026-1", 0)])
    def test_bad_input_is_refused(self, measure, code, days):
        with pytest.raises(Fault):
            opened(measure, days, code)

    def test_a_lead_may_not_open(self, measure, lead):
        with pytest.raises(PermissionDenied):
            open_period(by=lead, plan=measure.commitment.plan, code="2026-2", due=in_days(5))


class TestReminders:
    def count(self, stage: str) -> int:
        return Message.objects.filter(key__startswith=f"plan.{stage}:").count()

    def test_two_weeks_before_the_last_day_a_lead_is_reminded_once(self, measure, lead):
        period = opened(measure)
        Period.objects.update(due=in_days(14))

        remind()
        remind()

        assert self.count("soon") == 1
        assert period.code == "2026-2"

    def test_after_the_last_day_once_more(self, measure, lead):
        opened(measure)
        Period.objects.update(due=in_days(-1))

        remind()

        assert (self.count("soon"), self.count("late")) == (0, 1)

    def test_long_before_nobody_is_reminded(self, measure, lead):
        opened(measure)

        assert remind() == 0

    def test_who_has_reported_is_left_in_peace(self, measure, lead):
        period = opened(measure)
        factories.report(measure, period=period)
        Period.objects.update(due=in_days(-1))

        assert remind() == 0
        assert titles(lead) == []

    def test_without_an_open_period_nothing_happens(self, measure):
        assert remind() == 0


class TestTasks:
    def test_a_reviewer_is_asked_to_check_what_others_gave(self, measure):
        reviewer = factories.reviewer()
        factories.evidence(measure)
        factories.evidence(measure, added_by=reviewer)
        factories.evidence(measure, checked=True)

        assert titles(reviewer) == ["Check evidence of measure 1.1.1: Minutes"]

    def test_the_team_is_asked_to_approve_until_it_is_done(self, measure):
        team = factories.team()
        factories.report(measure, asks_completion=True)
        assert titles(team) == ["Approve measure 1.1.1 as complete"]

        factories.report(measure, "complete")

        assert titles(team) == []

    def test_others_have_nothing_to_do(self, measure):
        factories.evidence(measure)

        assert titles(factories.person()) == []


class TestColours:
    def test_words_stand_beside_every_colour(self, client):
        for number, completion in enumerate(("not_started", "limited", "complete"), 1):
            factories.report(factories.measure(f"1.1.{number}"), completion)

        page = client.get("/en/plan/colours/").content.decode()

        for words in ("Red:", "Yellow:", "Green:"):
            assert words in page
        assert "Grey:" not in page

    def test_late_reports_are_seen_once_the_day_is_over(self, client, measure, lead):
        opened(measure)
        assert "is late" not in client.get("/en/plan/colours/").content.decode()
        Period.objects.update(due=in_days(-1))

        assert "is late" in client.get("/en/plan/colours/").content.decode()
