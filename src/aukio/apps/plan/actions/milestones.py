"""The steps on the way of a measure: added, changed, and done on a day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Measure, Milestone
from aukio.apps.plan.written_dates import day_in
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault


@dataclass(frozen=True)
class Step:
    """A milestone as people write it: what, by when, and the day it was done."""

    title: str
    due: str = ""
    done: date | None = None
    language: str = "fi"


@transaction.atomic
def add_milestone(
    *, by: Person | None, measure: Measure, title: str, due: str, language: str = "fi"
) -> Milestone:
    """Add a step. The date stays as written; a day is read from it only when it names one."""
    require("plan.set_milestones", by, measure)
    _check(title)
    Measure.objects.select_for_update().get(pk=measure.pk)  # two at once get two numbers
    number = Milestone.objects.filter(measure=measure).count() + 1
    milestone = Milestone(
        measure=measure,
        code=f"{measure.number}-{number}",
        position=number,
        due=due.strip(),
        due_date=day_in(due),
        **{f"title_{language}": title.strip()},
    )
    milestone.save()
    record(by=by, verb="plan.add_milestone", target=measure, detail={"milestone": milestone.pk})
    return milestone


@transaction.atomic
def change_milestone(
    *, by: Person | None, milestone: Milestone, revision: int, step: Step
) -> Milestone:
    """Change the step. ``revision`` is the one the writer read.

    Raises ``EditedMeanwhile`` when it has been changed since, and ``Fault``.
    """
    require("plan.set_milestones", by, milestone)
    now = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if now.revision != revision:
        raise EditedMeanwhile(theirs=now, yours=asdict(step))
    _check(step.title)
    if step.done and step.done > timezone.localdate():
        raise Fault(
            _("The day is still to come."),
            where=pgettext("field", "done"),
            mend=_("Give the day on which it was done, or leave it empty."),
        )
    before = {"title": now.title, "due": now.due, "done": str(now.done or "")}
    setattr(now, f"title_{step.language}", step.title.strip())
    now.due = step.due.strip()
    now.due_date = day_in(step.due)
    now.done = step.done
    now.revision += 1
    now.save()
    detail = {"milestone": now.pk, "revision": now.revision, "before": before}
    record(by=by, verb="plan.change_milestone", target=now.measure, detail=detail)
    return now


def finish_milestone(*, by: Person | None, milestone: Milestone, on: date) -> Milestone:
    """Note the day on which the step was done."""
    step = Step(title=milestone.title, due=milestone.due, done=on)
    return change_milestone(by=by, milestone=milestone, revision=milestone.revision, step=step)


def _check(title: str) -> None:
    if not title.strip():
        raise Fault(
            _("The milestone has no title."),
            where=pgettext("field", "title"),
            mend=_("Say what will be ready."),
        )
