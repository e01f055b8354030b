"""What waits for a person before and on the day, for the page “my work”."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.organising import checklist
from aukio.apps.dialogues.organising.models import (
    Announcement,
    Application,
    ApplicationState,
    Milestone,
)
from aukio.apps.dialogues.rules import ORGANISER, is_core_group
from aukio.shared.organisations.public_rules import organisations_where
from aukio.ui.my_work import Task

ROOM = pgettext_lazy("room", "Dialogues")
AHEAD = timedelta(days=7)


def tasks(person: Any) -> list[Task]:
    """Next steps of own dialogues; organisations that wait for the core group."""
    found = _steps(person)
    if is_core_group(person):
        found += _applications() + _milestones(person)
    return found


def _steps(person: Any) -> list[Task]:
    """Of each own dialogue the first step that falls due within a week. Two queries."""
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    today = timezone.localdate()
    held = Announcement.objects.filter(
        dialogue__organiser__in=own,
        called_off_at=None,
        dialogue__date__gte=today - timedelta(days=30),
    )
    found = []
    for one in held.select_related("dialogue").prefetch_related("ticks"):
        done = {tick.step for tick in one.ticks.all()}
        step = _next(one, done, today)
        if step is not None and one.dialogue.date:
            found.append(
                Task(
                    f"{one.dialogue.title}: {step.words}",
                    reverse("organising:dialogue-desk", args=[one.dialogue_id]),
                    one.dialogue.date + step.due,
                    ROOM,
                )
            )
    return found


def _next(one: Announcement, done: set[str], today: Any) -> checklist.Step | None:
    """Sending the record is the room's own task."""
    day = one.dialogue.date
    for step in checklist.STEPS:
        if step.code in done or step.code == "record" or day is None:
            continue
        if day + step.due <= today + AHEAD and (step.time is not checklist.Time.AFTER
                                                or day <= today):  # fmt: skip
            return step
    return None


def _applications() -> list[Task]:
    waiting = Application.objects.filter(state=ApplicationState.WAITING)
    return [
        Task(
            _("Decide on the organisation “%(name)s”") % {"name": one.name_fi},
            reverse("organising:application", args=[one.pk]),
            room=ROOM,
        )
        for one in waiting
    ]


def _milestones(person: Any) -> list[Task]:
    """One's own steps of timetables that fall due within a week, or are late."""
    due = Milestone.objects.filter(
        done_at=None, responsible=person, due__lte=timezone.localdate() + AHEAD
    )
    return [
        Task(one.words, reverse("organising:timetable", args=[one.round.slug]), one.due, ROOM)
        for one in due.select_related("round")
    ]
