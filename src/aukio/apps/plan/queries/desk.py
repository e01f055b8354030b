"""The plan as those who run it and those who review it see it: a few queries at any size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from aukio.apps.plan.actions.periods import unreported
from aukio.apps.plan.lights import Light, light_of
from aukio.apps.plan.models import (
    Comment,
    Evidence,
    Measure,
    Milestone,
    Period,
    Plan,
    Responsible,
    Review,
    StatusReport,
)


@dataclass(frozen=True)
class DeskRow:
    """A measure on the team's desk. ``late`` is said once the last day is over."""

    number: str
    title: str
    light: Light
    people: tuple[str, ...]
    reported: date | None
    is_late: bool
    unchecked: int
    overdue: int
    comments: int


@dataclass(frozen=True)
class Desk:
    """The open half-year, if any, and every measure."""

    period: Period | None
    rows: tuple[DeskRow, ...]

    @property
    def without_people(self) -> int:
        return sum(1 for row in self.rows if not row.people)

    @property
    def late(self) -> int:
        return sum(1 for row in self.rows if row.is_late)


def desk(plan: Plan) -> Desk:
    """Everything on the team's desk: eight queries at any size."""
    today = timezone.localdate()
    period = Period.objects.filter(plan=plan, closed=None).first()
    over = period is not None and today > period.due
    late = {one.pk for one in unreported(period)} if period and over else set()
    mine = {"measure__commitment__plan": plan}
    reports = _newest(plan)
    people: dict[int, list[str]] = {}
    for one in Responsible.objects.filter(**mine).select_related("person"):
        people.setdefault(one.measure_id, []).append(one.person.name or one.person.email)
    unchecked = _counted(Evidence.objects.filter(checked=None, **mine))
    overdue = _counted(Milestone.objects.filter(done=None, due_date__lt=today, **mine))
    comments = _counted(Comment.objects.filter(shown=None, **mine))
    rows = tuple(
        DeskRow(
            number=measure.number,
            title=measure.title,
            light=light_of(reports[measure.pk].completion if measure.pk in reports else None),
            people=tuple(people.get(measure.pk, ())),
            reported=_day(reports.get(measure.pk)),
            is_late=measure.pk in late,
            unchecked=unchecked.get(measure.pk, 0),
            overdue=overdue.get(measure.pk, 0),
            comments=comments.get(measure.pk, 0),
        )
        for measure in Measure.objects.filter(commitment__plan=plan)
    )
    return Desk(period, rows)


@dataclass(frozen=True)
class ReviewRow:
    """A measure as a reviewer sees it."""

    number: str
    title: str
    light: Light
    reported: date | None
    reviews: int
    own: date | None


def waiting(period: Period) -> list[tuple[Measure, tuple[str, ...]]]:
    """Measures not reported on in the period, each with the people who were asked to."""
    found = unreported(period)
    people: dict[int, list[str]] = {}
    rows = Responsible.objects.filter(measure__in=found).select_related("person")
    for one in rows:
        people.setdefault(one.measure_id, []).append(one.person.name or one.person.email)
    return [(measure, tuple(people.get(measure.pk, ()))) for measure in found]


def reviews_page(plan: Plan, person: Any) -> list[ReviewRow]:
    """Every measure, with how many reviews it has and the day of the reader's own last one."""
    reports = _newest(plan)
    found = list(Review.objects.filter(measure__commitment__plan=plan).order_by("at"))
    counts = _counted(found)
    own = {one.measure_id: timezone.localdate(one.at) for one in found if one.by_id == person.pk}
    return [
        ReviewRow(
            number=measure.number,
            title=measure.title,
            light=light_of(reports[measure.pk].completion if measure.pk in reports else None),
            reported=_day(reports.get(measure.pk)),
            reviews=counts.get(measure.pk, 0),
            own=own.get(measure.pk),
        )
        for measure in Measure.objects.filter(commitment__plan=plan)
    ]


def _newest(plan: Plan) -> dict[int, StatusReport]:
    """The newest report of each measure."""
    rows = StatusReport.objects.filter(measure__commitment__plan=plan)
    return {one.measure_id: one for one in rows.order_by("sequence")}


def _day(report: StatusReport | None) -> date | None:
    return timezone.localdate(report.at) if report else None


def _counted(rows: Iterable[Any]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for row in rows:
        counts[row.measure_id] = counts.get(row.measure_id, 0) + 1
    return counts
