"""What waits for a person in the plan room, for the page “my work”."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.models import Comment, Evidence, Measure, Period, StatusReport
from aukio.apps.plan.queries.plan import with_completion
from aukio.apps.plan.rules import is_reviewer, is_team, may
from aukio.ui.my_work import Desk, Task


def tasks(person: Any) -> list[Task]:
    """Reports to write, evidence to check and completions to approve."""
    found = _reports(person)
    if is_team(person) or is_reviewer(person):
        found += _checks(person)
    if is_team(person):
        found += _approvals(person) + _comments()
    return found


def desks(person: Any) -> list[Desk]:
    """The team's desk, for the team."""
    if not may("plan.see_desk", person, None):
        return []
    return [Desk(_("The team's desk"), reverse("plan:team"))]


def _reports(person: Any) -> list[Task]:
    period = Period.objects.filter(closed=None, plan__is_current=True).first()
    if period is None:
        return []
    mine = Measure.objects.filter(
        commitment__plan_id=period.plan_id, responsible__person_id=person.pk
    ).exclude(reports__period=period)
    return [
        _task(_("Report on measure %(number)s"), measure.number, "measure-update", due=period.due)
        for measure in mine
    ]


def _checks(person: Any) -> list[Task]:
    waiting = (
        Evidence.objects.filter(checked=None, measure__commitment__plan__is_current=True)
        .exclude(added_by_id=person.pk)
        .select_related("measure")
    )
    return [
        _task(
            _("Check evidence of measure %(number)s: %(title)s"),
            one.measure.number,
            "evidence-check",
            one.pk,
            title=one.title,
        )
        for one in waiting
    ]


def _approvals(person: Any) -> list[Task]:
    newest = with_completion(Measure.objects.filter(commitment__plan__is_current=True))
    asking = StatusReport.objects.filter(
        measure__in=[one.pk for one in newest], asks_completion=True
    ).select_related("measure")
    last = {one.measure_id: one for one in asking}
    return [
        _task(_("Approve measure %(number)s as complete"), one.measure.number, "measure-approve")
        for one in last.values()
        if one.by_id != person.pk and _is_newest(one)
    ]


def _comments() -> list[Task]:
    waiting = Comment.objects.filter(shown=None, measure__commitment__plan__is_current=True)
    return [
        _task(
            _("Respond to a comment on measure %(number)s"),
            one.measure.number,
            "comment-answer",
            one.pk,
        )
        for one in waiting.select_related("measure")
    ]


def _is_newest(report: StatusReport) -> bool:
    later = StatusReport.objects.filter(measure_id=report.measure_id, sequence__gt=report.sequence)
    return not later.exists()


def _task(
    words: str, number: str, route: str, *more: int, due: Any = None, title: str = ""
) -> Task:
    address = reverse(f"plan:{route}", args=[number, *more])
    return Task(
        words % {"number": number, "title": title}, address, due, pgettext("room", "Action plan")
    )
