"""Letters to owners: the question, reminders, and word to the superior when nothing comes.

Each is queued in the caller's transaction and sent by the worker, so a slow mail server
keeps nobody waiting. A letter has a code of its own that opens the question's answer page.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact.models import (
    Change,
    Contact,
    Edition,
    Question,
    Stage,
)
from aukio.apps.dialogues.impact.rules import ANSWER_CODE
from aukio.apps.dialogues.rules import CORE_GROUP
from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Person
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue
from aukio.shared.mail.models import Message, State

CODE_DAYS_AFTER = 365
REMINDERS = (Stage.BEFORE, Stage.SOON, Stage.LATE)


def ask(question: Question) -> None:
    """The question itself, with the brief where there is one."""
    contact = question.contact
    with translation.override(contact.language):
        subject = _("A question to you from the National Dialogues: %(theme)s")
        _send(question, contact, subject, _asking(question, contact), "ask")


def remind(question: Question, stage: str) -> None:
    """Before the last day, and the day after it."""
    contact = _contact(question)
    if contact is None:
        return
    with translation.override(contact.language):
        days = (question.due - timezone.localdate()).days
        if stage == Stage.LATE:
            subject = _("Your answer is late: %(theme)s")
            lead = _("The answer was due on %(day)s. The public page now says that it is late.")
        else:
            subject = _("Your answer is due soon: %(theme)s")
            lead = ngettext(
                "The answer is due on %(day)s, in %(days)d day.",
                "The answer is due on %(day)s, in %(days)d days.",
                days,
            )
        lead %= {"day": long_date(question.due), "days": days}
        _send(question, contact, subject, f"{lead}\n\n{_asking(question, contact)}", stage)


def escalate(question: Question) -> None:
    """To the named superior, and to the core group."""
    contact = _contact(question)
    if contact is not None and contact.superior:
        with translation.override(contact.language):
            queue(
                to=contact.superior,
                subject=_escalated_subject(question),
                text=_escalated(question, contact.language),
                language=contact.language,
                about=question,
                key=f"impact.superior:{_last_day(question)}",
            )
    for person in _core_group():
        with translation.override(person.language):
            queue(
                to=person.email,
                subject=_escalated_subject(question),
                text=_escalated(question, person.language),
                language=person.language,
                about=question,
                key=f"impact.core:{_last_day(question)}:{person.pk}",
            )


def tell_change(question: Question, change: Change) -> None:
    """The last day has been moved, or nothing is asked any more: word to the contact."""
    contact = _contact(question)
    if contact is None:
        return
    with translation.override(contact.language):
        if change.before is None:
            subject = _("The question has been withdrawn: %(theme)s")
            lead = _("You were asked to answer by %(day)s. You need not answer any more.")
            lead %= {"day": long_date(question.due)}
        else:
            subject = _("You have a new last day to answer: %(theme)s")
            lead = _("Answer by %(day)s. The earlier last day was %(before)s.")
            lead %= {"day": long_date(question.due), "before": long_date(change.before)}
            lead += "\n\n" + _("The link to your answer page is in the letter with the question.")
        reason, history = _("The reason given:"), _("The question and its history:")
        text = f"{lead}\n\n{reason}\n{change.reason}\n\n{history}\n{page_of(question)}"
        _send(question, contact, subject, text, f"change-{change.pk}")


def take_back_reminders(question: Question) -> None:
    """Reminders that the mail server has not taken yet are not sent: they are not true now."""
    keys = Q()
    for stage in (*REMINDERS, "superior", "core"):
        keys |= Q(key__startswith=f"impact.{stage}:{question.pk}:")
    Message.objects.filter(keys, state=State.WAITING).delete()


def page_of(question: Question) -> str:
    """The question's public page, whole, in the language now active."""
    return f"{settings.PUBLIC_URL}{reverse('impact:question', args=[question.pk])}"


def brief_of(question: Question) -> str:
    """The address of the round's published brief, or nothing."""
    if not Edition.objects.filter(round_id=question.round_id).exists():
        return ""
    path = reverse("impact:brief", args=[question.round.slug])
    return f"{settings.PUBLIC_URL}{path}?owner"


def _asking(question: Question, contact: Contact) -> str:
    token = codes.issue(ANSWER_CODE, question, contact.email, days=_code_days(question.due))
    link = f"{settings.PUBLIC_URL}{reverse('impact:by-code', args=[token])}"
    parts = [
        _("People took part in the National Dialogues and told of this theme:"),
        named(question.theme_title, contact.language),
        _("You are asked, as %(role)s (%(owner)s):")
        % {"role": question.role, "owner": question.owner},
        named(in_languages(question, "text"), contact.language),
        _("Answer by %(day)s. Tell what you heard, what you will do, and if you will not, why.")
        % {"day": long_date(question.due)},
        _("Open your answer page. The link is yours only and needs no password:"),
        link,
    ]
    brief = brief_of(question)
    if brief:
        parts += [_("The brief, one page:"), brief]
    parts += [
        _("Your answer is published, and those who took part are told. Follow it here:"),
        page_of(question),
    ]
    return "\n\n".join(parts)


def _send(question: Question, contact: Contact, subject: str, text: str, stage: str) -> None:
    queue(
        to=contact.email,
        subject=subject % {"theme": named(question.theme_title, contact.language)},
        text=text,
        language=contact.language,
        about=question,
        key="" if stage == "ask" else f"impact.{stage}:{_last_day(question)}",
    )


def _escalated_subject(question: Question) -> str:
    return _("Not answered: %(owner)s") % {"owner": question.owner}


def _escalated(question: Question, language: str) -> str:
    late = (timezone.localdate() - question.due).days
    told = ngettext(
        "%(owner)s has not answered the question on “%(theme)s”. It is %(days)d day late.",
        "%(owner)s has not answered the question on “%(theme)s”. It is %(days)d days late.",
        late,
    ) % {
        "owner": question.owner,
        "theme": named(question.theme_title, language),
        "days": late,
    }
    way = _("The question and the way to answer:")
    return f"{told}\n\n{way}\n{page_of(question)}"


def _contact(question: Question) -> Contact | None:
    found = Contact.objects.filter(question=question).first()
    return found if found is not None and found.email else None


def _core_group() -> list[Person]:
    return list(
        Person.objects.filter(
            is_active=True,
            memberships__room=CORE_GROUP.room,
            memberships__role=CORE_GROUP.code,
        ).distinct()
    )


def _last_day(question: Question) -> str:
    """A question's reminders are of its last day: once each, and anew when it is moved."""
    return f"{question.pk}:{question.due.isoformat()}"


def _code_days(due: date) -> int:
    return max((due - timezone.localdate()).days, 0) + CODE_DAYS_AFTER
