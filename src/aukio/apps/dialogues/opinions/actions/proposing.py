"""A voter's own statement: a person reads it before anybody else sees it.

Off until the core group lets people propose. What could tell who somebody is is not taken at
all where it is certain; where it only looks like it, whoever decides is told.
"""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.opinions.actions.conversations import LANGUAGES, locked
from aukio.apps.dialogues.opinions.actions.statements import next_number
from aukio.apps.dialogues.opinions.models import (
    Conversation,
    Moderation,
    Stage,
    Statement,
    Voter,
)
from aukio.engines import privacy
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

EACH: Final = 3  # statements of one voter
WAITING: Final = 200  # of a conversation, so that a flood does not bury whoever reads them
SHORTEST, LONGEST = 10, 200
_REFUSED: Final = (
    privacy.Kind.IDENTITY,
    privacy.Kind.EMAIL,
    privacy.Kind.IBAN,
    privacy.Kind.PHONE,
)


@transaction.atomic
def take_proposals(*, by: Person | None, conversation: Conversation, taken: bool) -> None:
    """Let voters propose statements of their own, or let them no longer."""
    require("opinions.run_conversation", by, conversation)
    held = locked(conversation)
    if held.is_imported:
        raise InputFault(
            _("These votes were given elsewhere: nobody votes here."),
            mend=_("Prepare an opinion map of your own."),
        )
    held.takes_proposals = conversation.takes_proposals = taken
    held.save(update_fields=["takes_proposals"])
    record(by=by, verb="opinions.take_proposals", target=held, detail={"taken": taken})


@transaction.atomic
def propose(*, voter: Voter, text: str, language: str) -> Statement:
    """Propose a statement, which waits for a person to decide. Raises ``InputFault``.

    Like votes, not in the audit trail: it keeps what officials do, not who said what when.
    """
    held = locked(voter.conversation)
    if held.stage != Stage.OPEN or not held.takes_proposals:
        raise InputFault(
            _("Statements of your own are not taken now."), mend=_("You can still vote.")
        )
    told = " ".join(text.split())
    _check_text(told, language)
    _check_limits(held, voter, told)
    return Statement.objects.create(
        conversation=held,
        number=next_number(held),
        proposer=voter,
        is_proposed=True,
        **{f"text_{language}": told},
    )


def to_look_at(text: str) -> tuple[str, ...]:
    """Words that may tell who somebody is, for whoever decides; nothing is changed by itself."""
    return tuple(text[one.start : one.end] for one in privacy.find(text))


def _check_text(told: str, language: str) -> None:
    if language not in LANGUAGES:
        raise _fault(_("The language is not known."), _("Choose the language from the list."))
    if len(told) < SHORTEST:
        raise _fault(
            _("The statement is too short."), _("Write a whole sentence that says one thing.")
        )
    if len(told) > LONGEST:
        raise _fault(
            _("The statement is too long."),
            _("Use at most %(count)d characters, and say one thing.") % {"count": LONGEST},
        )
    if any(one.certain and one.kind in _REFUSED for one in privacy.find(told)):
        raise _fault(
            _("The statement has a personal identity code, an address or a number of somebody."),
            _("Leave out what tells who somebody is, and send it again."),
        )


def _check_limits(held: Conversation, voter: Voter, told: str) -> None:
    own = Statement.objects.filter(proposer=voter).count()
    if own >= EACH:
        raise _fault(
            _("You have proposed %(count)d statements already.") % {"count": EACH},
            _("Now vote on those of others."),
        )
    rows = list(held.statements.all())
    known = {
        getattr(one, f"text_{code}").casefold()
        for one in rows
        for code in LANGUAGES
        if one.proposer_id == voter.pk or one.moderation == Moderation.ACCEPTED
    }
    if told.casefold() in known:
        raise _fault(
            _("The same statement is there already."), _("Vote on it, or say it otherwise.")
        )
    if sum(one.is_proposed and one.moderation == Moderation.WAITING for one in rows) >= WAITING:
        raise _fault(_("Very many statements wait to be read."), _("Try again in a day or two."))


def _fault(what: str, mend: str) -> InputFault:
    return InputFault(what, place=Place(field=pgettext("field", "statement")), mend=mend)
