"""A question's last day moved, or the question withdrawn: with a reason, and in public."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.impact import letters
from aukio.apps.dialogues.impact.actions.ledger import CONTACT_KEPT, check_day, withdrawn
from aukio.apps.dialogues.impact.models import (
    Change,
    ChangeKind,
    Contact,
    News,
    NewsKind,
    Question,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.search.actions import refresh


@transaction.atomic
def move_due(
    *, by: Person | None, question: Question, due: date, reason: str, language: str
) -> Change:
    """Give an unanswered question another last day; its contact and its followers are told.

    Reminders of the new day go out in their turn. The 90 days of the public share are counted
    from the day of asking and do not move. Raises ``InputFault``.
    """
    require("impact.ask", by, question.round)
    locked = _open(question)
    _check_day(locked, due)
    before, locked.due = locked.due, due
    locked.save(update_fields=["due"])
    Contact.objects.filter(question=locked).update(delete_on=due + CONTACT_KEPT)
    change = _keep(by, locked, ChangeKind.MOVED, reason, language, before=before, after=due)
    letters.take_back_reminders(locked)
    letters.tell_change(locked, change)
    detail = {"before": before.isoformat(), "after": due.isoformat()}
    record(by=by, verb="impact.move_due", target=locked, detail=detail)
    return change


@transaction.atomic
def withdraw(*, by: Person | None, question: Question, reason: str, language: str) -> Change:
    """Ask no more: the question stays in public with the reason, and its reminders end.

    The contact is told and then forgotten. Raises ``InputFault``.
    """
    require("impact.ask", by, question.round)
    locked = _open(question)
    locked.withdrawn_at = timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    change = _keep(by, locked, ChangeKind.WITHDRAWN, reason, language)
    letters.take_back_reminders(locked)
    letters.tell_change(locked, change)
    Contact.objects.filter(question=locked).delete()
    record(by=by, verb="impact.withdraw", target=locked, detail={})
    return change


def _open(question: Question) -> Question:
    """The row as it is now, ours until the transaction ends; answered ones stay as they are."""
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if locked.withdrawn_at is not None:
        raise withdrawn()
    if locked.answered_at is not None:
        raise InputFault(
            _("The question has been answered."),
            mend=_("An answered question stays as it is. Ask a new one if something is missing."),
        )
    return locked


def _check_day(question: Question, due: date) -> None:
    if due == question.due:
        raise InputFault(
            _("That is the last day already."),
            place=Place(field=pgettext("field", "last day to answer")),
            mend=_("Choose another day."),
        )
    check_day(due)


def _keep(
    by: Person | None,
    question: Question,
    kind: ChangeKind,
    reason: str,
    language: str,
    before: date | None = None,
    after: date | None = None,
) -> Change:
    if not reason.strip():
        raise InputFault(
            _("The reason is missing."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Tell everyone in a sentence why."),
        )
    now = timezone.now()
    change = Change.objects.create(
        question=question,
        kind=kind,
        at=now,
        by=by,
        reason=reason.strip(),
        language=language,
        before=before,
        after=after,
    )
    News.objects.create(round_id=question.round_id, kind=NewsKind.CHANGE, change=change, at=now)
    refresh(question)
    return change
