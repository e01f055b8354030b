"""Reminders as time passes; each stage of a question's letters goes out once.

They end: after the letter to the superior nothing more is written of that last day. A last
day that is moved has its own reminders.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.impact import letters
from aukio.apps.dialogues.impact.models import Contact, Notice, Question, Stage

STAGES = (  # days from the last day to answer
    (Stage.BEFORE, -14),
    (Stage.SOON, -3),
    (Stage.LATE, 1),
    (Stage.ESCALATED, 14),
)


def stage_on(day: date, due: date) -> Stage | None:
    """The letter whose turn it is on ``day``; earlier ones that were missed are not sent late."""
    come = [stage for stage, days in STAGES if day >= due + timedelta(days=days)]
    return come[-1] if come else None


def send_reminders() -> int:
    """Write the letters whose day has come; returns how many questions got one."""
    today = timezone.localdate()
    soon = today + timedelta(days=-STAGES[0][1])
    waiting = Question.objects.filter(answered_at=None, withdrawn_at=None, due__lte=soon)
    return sum(_remind(pk, today) for pk in list(waiting.values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int, today: date) -> bool:
    question = (
        Question.objects.select_for_update(of=("self",))
        .select_related("theme", "round", "owner")
        .filter(pk=pk, answered_at=None, withdrawn_at=None)
        .first()
    )
    stage = stage_on(today, question.due) if question else None
    if question is None or stage is None:
        return False
    if question.notices.filter(stage=stage, due=question.due).exists():
        return False
    Notice.objects.create(question=question, stage=stage, due=question.due, at=timezone.now())
    if stage == Stage.ESCALATED:
        letters.escalate(question)
    else:
        letters.remind(question, stage)
    return True


def forget_contacts() -> int:
    """Delete contacts whose day has come. Returns how many."""
    count, _each = Contact.objects.filter(delete_on__lte=timezone.localdate()).delete()
    return count
