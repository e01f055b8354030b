"""Voting without an account: a private link, the newest vote, and the way out."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions.models import (
    Choice,
    Conversation,
    Moderation,
    Stage,
    Statement,
    Vote,
    Voter,
)
from aukio.shared.accounts import codes
from aukio.shared.audit.actions import record

PURPOSE = "opinions.vote"
SEEDS = 2**31 - 1


@transaction.atomic
def join(*, conversation: Conversation) -> str:
    """Begin voting: a new voter and their private code, shown this once.

    Anyone may. Not in the audit trail: it keeps what officials do, not who voted when.
    """
    if conversation.stage != Stage.OPEN:
        raise _closed()
    voter = Voter.objects.create(conversation=conversation, seed=secrets.randbelow(SEEDS))
    days = max(1, (conversation.delete_on - timezone.localdate()).days)
    return codes.issue(PURPOSE, voter, days=days)


@transaction.atomic
def cast(*, voter: Voter, statement: Statement, value: int) -> None:
    """Vote, or vote again: the newest vote replaces the one before."""
    if voter.conversation.stage != Stage.OPEN:
        raise _closed()
    if (
        statement.conversation_id != voter.conversation_id
        or statement.moderation != Moderation.ACCEPTED
    ):
        raise InputFault(
            _("This statement cannot be voted on."), mend=_("Go on with the next one.")
        )
    if value not in Choice.values:
        raise InputFault(_("The vote was not understood."), mend=_("Agree, disagree or pass."))
    Vote.objects.update_or_create(voter=voter, statement=statement, defaults={"value": value})


@transaction.atomic
def withdraw(*, voter: Voter) -> None:
    """Delete the voter and every vote they gave; the link opens nothing after this.

    Their statements that nobody has accepted go too. Accepted ones stay, with others' votes,
    and nothing tells whose they were. So do those that were accepted once and have votes: what
    was found knows them by their number, and no other may get it.
    """
    voter.proposed.exclude(moderation=Moderation.ACCEPTED).filter(votes=None).delete()
    codes.revoke_all(PURPOSE, voter)
    voter.delete()


def forget_votes() -> int:
    """Delete voters and votes whose day has come; what was found stays. Returns how many maps.

    What voters proposed and nobody has accepted goes too: it is read by nobody any more.
    """
    due = Conversation.objects.filter(votes_deleted_at=None, delete_on__lte=timezone.localdate())
    return sum(_forget(pk) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def _forget(pk: int) -> bool:
    held = Conversation.objects.select_for_update().get(pk=pk)
    if held.votes_deleted_at:
        return False
    deleted = held.voters.count()
    held.voters.all().delete()
    proposed = held.statements.filter(is_proposed=True)
    proposed.exclude(moderation=Moderation.ACCEPTED).delete()
    held.votes_deleted_at = timezone.now()
    held.stage = Stage.CLOSED
    held.save(update_fields=["votes_deleted_at", "stage"])
    record(by=None, verb="opinions.forget_votes", target=held, detail={"voters": deleted})
    return True


def _closed() -> InputFault:
    return InputFault(
        _("Votes are not taken now."), mend=_("See on the round's page what comes next.")
    )


def voter_of(code: str) -> Voter | None:
    """Whose code this is, with the conversation; nobody's when it is unknown or has expired."""
    found = codes.find(code, PURPOSE)
    if found is None:
        return None
    return Voter.objects.select_related("conversation__round").filter(pk=found.target_id).first()
