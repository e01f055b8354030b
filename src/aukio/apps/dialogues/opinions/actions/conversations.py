"""Preparing a conversation, opening it, closing it, and showing what was found."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions.models import Conversation, Found, Moderation, Stage
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

LONGEST_KEPT = timedelta(days=365)
FEWEST_STATEMENTS = 5
LANGUAGES = ("fi", "sv", "en")


@transaction.atomic
def create_conversation(
    *, by: Person | None, round: Round, question: dict[str, str], delete_on: date
) -> Conversation:
    """Prepare a conversation; nobody outside the core group sees it before it is opened.

    ``question`` by language. Votes are deleted on ``delete_on``, within a year.
    """
    require("opinions.run_conversation", by)
    made = Conversation.objects.create(
        round=round, delete_on=checked_date(delete_on), made_by=by, **checked_question(question)
    )
    record(by=by, verb="opinions.create_conversation", target=made, detail={"round": round.slug})
    return made


@transaction.atomic
def open_for_votes(*, by: Person | None, conversation: Conversation) -> None:
    """Let people vote. Needs five accepted statements, or groups would mean nothing."""
    require("opinions.run_conversation", by, conversation)
    held = locked(conversation)
    if held.is_imported or held.votes_deleted_at:
        raise InputFault(
            _("This opinion map can no longer be opened for votes."),
            mend=_("Prepare a new one."),
        )
    accepted = held.statements.filter(moderation=Moderation.ACCEPTED).count()
    if accepted < FEWEST_STATEMENTS:
        raise InputFault(
            _("There are too few accepted statements: %(number)d.") % {"number": accepted},
            mend=_("Accept at least %(number)d.") % {"number": FEWEST_STATEMENTS},
        )
    _move(by, conversation, held, Stage.OPEN)


@transaction.atomic
def close(*, by: Person | None, conversation: Conversation) -> None:
    """No more votes are taken."""
    require("opinions.run_conversation", by, conversation)
    held = locked(conversation)
    if held.stage != Stage.OPEN:
        raise InputFault(_("The opinion map is not open for votes."), mend=_("Open it first."))
    _move(by, conversation, held, Stage.CLOSED)


@transaction.atomic
def show_results(*, by: Person | None, conversation: Conversation, shown: bool) -> None:
    """Make what was found public, or take it back."""
    require("opinions.run_conversation", by, conversation)
    held = locked(conversation)
    if shown and not Found.objects.filter(conversation=held).exists():
        raise InputFault(_("There is nothing to show yet."), mend=_("First have the map computed."))
    held.results_shown = conversation.results_shown = shown
    held.save(update_fields=["results_shown"])
    record(by=by, verb="opinions.show_results", target=held, detail={"shown": shown})


def locked(conversation: Conversation) -> Conversation:
    """The conversation as it is now; two who change it wait for one another."""
    return Conversation.objects.select_for_update().get(pk=conversation.pk)


def checked_date(delete_on: date) -> date:
    """A day from tomorrow to a year from now."""
    today = timezone.localdate()
    if not today < delete_on <= today + LONGEST_KEPT:
        raise InputFault(
            _("The votes cannot be deleted on that day."),
            place=Place(field=pgettext("field", "day of deletion")),
            mend=_("Choose a day from tomorrow to a year from now."),
        )
    return delete_on


def checked_question(question: dict[str, str]) -> dict[str, str]:
    """``question_fi`` … for the model."""
    texts = {f"question_{code}": question.get(code, "").strip() for code in LANGUAGES}
    if not any(texts.values()):
        raise InputFault(
            _("The question is missing."),
            place=Place(field=pgettext("field", "question")),
            mend=_("Write it in at least one language."),
        )
    return texts


def _move(by: Person | None, conversation: Conversation, held: Conversation, stage: Stage) -> None:
    before, held.stage = held.stage, stage
    held.save(update_fields=["stage"])
    conversation.stage = stage
    record(
        by=by,
        verb="opinions.move_conversation",
        target=held,
        detail={"from": str(before), "to": str(stage)},
    )
