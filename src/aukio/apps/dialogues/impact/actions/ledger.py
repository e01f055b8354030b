"""Asking owners, and what they answer. Entries are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.impact import letters
from aukio.apps.dialogues.impact.models import (
    Contact,
    Entry,
    EntryKind,
    News,
    NewsKind,
    Notice,
    Progress,
    Question,
    Stage,
)
from aukio.apps.dialogues.impact.sources import sources_of
from aukio.apps.dialogues.models import Theme
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.accounts.sealing import seal
from aukio.shared.audit.actions import record
from aukio.shared.organisations.models import Organisation
from aukio.shared.search.actions import refresh

USUAL_DAYS = 90
LONGEST = timedelta(days=2 * 365)
CONTACT_KEPT = timedelta(days=365)
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Words:
    """What an owner writes; which of these are needed depends on the kind of entry."""

    heard: str = ""
    will_do: str = ""
    why_not: str = ""
    progress: str = ""
    text: str = ""
    address: str = ""


@dataclass(frozen=True)
class Addressee:
    """Somebody to write to."""

    name: str = ""
    email: str = ""


@transaction.atomic
def ask_owner(
    *,
    by: Person | None,
    theme: Theme,
    owner: Organisation,
    role: str,
    texts: Texts,
    contact: Addressee,
    superior: Addressee | None = None,
    language: str = "fi",
    role_language: str = "fi",
    due: date | None = None,
    at: datetime | None = None,
) -> Question:
    """Put a published theme to an owner; the letter goes out in the same transaction.

    ``language`` is that of the letters, ``role_language`` that in which the role is told.
    ``at`` is for a question that was asked before it was brought here: no letter is sent.
    Raises ``InputFault``.
    """
    require("impact.ask", by, theme.round)
    title = _check_asking(theme, owner, texts, role)
    if due is not None and at is None:
        check_day(due)
    asked = at or timezone.now()
    question = Question.objects.create(
        round=theme.round,
        theme=theme,
        owner=owner,
        theme_title=title,
        role=role.strip(),
        role_language=role_language,
        asked_at=asked,
        due=due or timezone.localdate(asked) + timedelta(days=USUAL_DAYS),
        asked_by=by,
        **{f"text_{code}": text.strip() for code, text in texts.items()},
    )
    _keep_contact(question, contact, superior or Addressee(), language)
    Notice.objects.create(question=question, stage=Stage.ASKED, due=question.due, at=asked)
    if at is None:
        letters.ask(question)
    detail = {"theme": theme.pk, "owner": owner.pk, "due": question.due.isoformat()}
    record(by=by, verb="impact.ask_owner", target=question, detail=detail)
    refresh(question)
    return question


@transaction.atomic
def change_contact(
    *, by: Person | None, question: Question, contact: Addressee, superior: Addressee, language: str
) -> None:
    """Write to somebody else from now on; the question goes to the new contact at once."""
    require("impact.ask", by, question.round)
    if question.withdrawn_at is not None:
        raise withdrawn()
    before = Contact.objects.filter(question=question).first()
    is_new = before is None or before.email != contact.email.strip()
    _keep_contact(question, contact, superior, language)
    question.refresh_from_db()
    if is_new and question.answered_at is None:
        letters.ask(question)
    record(by=by, verb="impact.change_contact", target=question)


@transaction.atomic
def write_entry(
    *,
    by: Person | Code | None,
    question: Question,
    kind: EntryKind,
    words: Words,
    seen: int,
    language: str,
    corrects: Entry | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Entry:
    """Add an answer, where it stands, or evidence; with ``corrects``, in place of an earlier one.

    ``seen`` is the number of the last entry the writer saw. When somebody else has written
    meanwhile, nothing is stored and ``InputFault`` says so: the writer reads it and sends
    again, and both stay.
    """
    require("impact.answer", by, question)
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if locked.withdrawn_at is not None:
        raise withdrawn()
    if seen != locked.newest:
        raise InputFault(
            _("Somebody else has written to this question meanwhile."),
            mend=_("Read what they wrote below. Your own words are still here: send them again."),
        )
    _check_words(kind, words)
    _check_correction(locked, kind, corrects, reason)
    moment = at or timezone.now()
    entry = Entry.objects.create(
        question=locked,
        sequence=locked.newest + 1,
        kind=kind,
        at=moment,
        by=by if isinstance(by, Person) else None,
        language=language,
        corrects=corrects,
        reason=reason.strip(),
        **{name: text.strip() for name, text in vars(words).items()},
    )
    locked.newest = entry.sequence
    if kind == EntryKind.ANSWER and locked.answered_at is None:
        locked.answered_at = moment
        letters.take_back_reminders(locked)
    locked.save(update_fields=["newest", "answered_at"])
    News.objects.create(round_id=locked.round_id, kind=NewsKind.ENTRY, entry=entry, at=moment)
    detail = {"kind": str(kind), "sequence": entry.sequence, "progress": words.progress}
    record(by=by, verb="impact.write_entry", target=locked, detail=detail)
    refresh(locked)
    return entry


def check_day(due: date) -> None:
    """A last day that can still be met. Raises ``InputFault``."""
    today = timezone.localdate()
    place = Place(field=pgettext("field", "last day to answer"))
    if due < today:
        raise InputFault(
            _("The day is in the past."), place=place, mend=_("Choose today or a later day.")
        )
    if due > today + LONGEST:
        raise InputFault(
            _("The day is over two years away."), place=place, mend=_("Choose a nearer day.")
        )


def withdrawn() -> InputFault:
    """What is said to whoever would go on with a question that has been withdrawn."""
    return InputFault(
        _("The question has been withdrawn."), mend=_("You need not do anything more.")
    )


def _check_asking(theme: Theme, owner: Organisation, texts: Texts, role: str) -> dict[str, str]:
    """The theme's title as it was published."""
    sources = sources_of(theme.round)
    titles = {one.theme: one.theme_title for one in sources.sentences}
    if not sources.version or theme.pk not in titles:
        raise InputFault(
            _("The theme has not been published."), mend=_("Publish the summary first.")
        )
    if Question.objects.filter(theme=theme, owner=owner, withdrawn_at=None).exists():
        raise InputFault(
            _("The theme has been put to %(owner)s already.") % {"owner": owner},
            place=Place(field=pgettext("field", "organisation")),
            mend=_("Choose another organisation."),
        )
    if not any(text.strip() for text in texts.values()):
        raise InputFault(
            _("The question is empty."),
            place=Place(field=pgettext("field", "question")),
            mend=_("Write it in at least one language."),
        )
    if not role.strip():
        raise InputFault(
            _("The contact's role is missing."),
            place=Place(field=pgettext("field", "role")),
            mend=_("Tell in which role the contact answers, such as head of department."),
        )
    return titles[theme.pk]


def _keep_contact(
    question: Question, contact: Addressee, superior: Addressee, language: str
) -> None:
    for one, is_needed in ((contact, True), (superior, False)):
        _check_address(one.email, is_needed)
    Contact.objects.update_or_create(
        question=question,
        defaults={
            "language": language,
            "name": contact.name.strip(),
            "sealed_email": seal(contact.email.strip()),
            "superior_name": superior.name.strip(),
            "sealed_superior": seal(superior.email.strip()),
            "delete_on": question.due + CONTACT_KEPT,
        },
    )


def _check_address(email: str, is_needed: bool) -> None:
    if not email.strip() and not is_needed:
        return
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise InputFault(
            _("This is not an e-mail address."),
            place=Place(field=pgettext("field", "e-mail address")),
            mend=_("Write it like name@example.fi."),
        ) from error


def _check_words(kind: EntryKind, words: Words) -> None:
    """Each kind of entry says what it must."""
    if kind == EntryKind.ANSWER:
        if not words.heard.strip():
            raise _missing(pgettext("field", "what we heard"), _("Tell what you heard."))
        if not (words.will_do.strip() or words.why_not.strip()):
            raise _missing(
                pgettext("field", "what we will do"),
                _("Tell what you will do, or why you will not."),
            )
    if kind == EntryKind.STATUS:
        if words.progress not in Progress.values:
            raise _missing(pgettext("field", "where it stands"), _("Choose where it stands."))
        if words.progress == Progress.DROPPED and not words.text.strip():
            raise _missing(pgettext("field", "reason"), _("Tell why it was dropped."))
    if kind == EntryKind.EVIDENCE and not words.text.strip():
        raise _missing(pgettext("field", "evidence"), _("Tell what the evidence shows."))


def _missing(field: str, mend: str) -> InputFault:
    return InputFault(_("Something is missing."), place=Place(field=field), mend=mend)


def _check_correction(
    question: Question, kind: EntryKind, corrects: Entry | None, reason: str
) -> None:
    if corrects is None:
        return
    if corrects.question_id != question.pk or corrects.kind != kind:
        raise InputFault(
            _("What you correct belongs to another question."), mend=_("Open the page again.")
        )
    if Entry.objects.filter(corrects=corrects).exists():
        raise InputFault(
            _("This has been corrected already."), mend=_("Correct the newer text instead.")
        )
    if not reason.strip():
        raise _missing(
            pgettext("field", "reason"),
            _("Tell readers in a sentence what is corrected and why."),
        )
