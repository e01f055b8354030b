"""A past conversation brought here: the two files of a Polis export."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions.actions.conversations import checked_date, checked_question
from aukio.apps.dialogues.opinions.actions.voting import SEEDS
from aukio.apps.dialogues.opinions.models import (
    Conversation,
    Moderation,
    Stage,
    Statement,
    Vote,
    Voter,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

if TYPE_CHECKING:  # what needs numpy is loaded with the first export read, not with the pages
    from aukio.engines.opinions import Comment, VoteMatrix, VotesFault

MOST_VOTES = 500_000


def read_export(
    *, votes: tuple[str, bytes], comments: tuple[str, bytes], agree_is: int
) -> tuple[VoteMatrix, tuple[Comment, ...]]:
    """Both files (name, content), read and checked against one another.

    Raises ``InputFault`` with file, row and cell.
    """
    from aukio.engines.opinions import UNSEEN, VotesFault, check_sign, read_comments, read_votes

    try:
        matrix = read_votes(votes[1], name=votes[0], agree_is=agree_is)
        texts = read_comments(comments[1], name=comments[0])
        check_sign(matrix, texts, file=votes[0])
    except VotesFault as fault:
        place = Place(file=fault.file, row=fault.row, cell=fault.cell)
        raise InputFault(_in_words(fault), place=place, mend=_mend(fault)) from fault
    known = {one.id for one in texts}
    missing = [name for name in matrix.statements if name not in known]
    if missing:
        raise InputFault(
            _("There are votes on a statement without words: %(id)s.") % {"id": missing[0]},
            place=Place(file=comments[0]),
            mend=_("Give the files of the same export."),
        )
    if not all(name.isdigit() and len(name) < 9 for name in matrix.statements):
        raise InputFault(
            _("The id of a statement is not a number."),
            place=Place(file=votes[0]),
            mend=_("Give the files as they were exported."),
        )
    if int((matrix.marks != UNSEEN).sum()) > MOST_VOTES:
        raise InputFault(
            _("There are more than %(number)d votes.") % {"number": MOST_VOTES},
            place=Place(file=votes[0]),
            mend=_("Use the command aukio opinions map for so large a conversation."),
        )
    return matrix, texts


@transaction.atomic
def import_conversation(
    *,
    by: Person | None,
    round: Round,
    question: dict[str, str],
    delete_on: date,
    votes: VoteMatrix,
    comments: tuple[Comment, ...],
) -> Conversation:
    """Keep a past conversation. The export's ids of people are not kept: voters are numbered
    anew, in random order."""
    from aukio.engines.opinions import REJECTED, UNSEEN

    require("opinions.run_conversation", by)
    made = Conversation.objects.create(
        round=round,
        delete_on=checked_date(delete_on),
        made_by=by,
        stage=Stage.CLOSED,
        is_imported=True,
        **checked_question(question),
    )
    voted_on = set(votes.statements)
    statements = Statement.objects.bulk_create(
        Statement(
            conversation=made,
            number=int(one.id),
            text_other=one.text,
            moderation=Moderation.REJECTED if one.moderated == REJECTED else Moderation.ACCEPTED,
        )
        for one in comments
        if one.id in voted_on
    )
    by_number = {str(one.number): one for one in statements}
    order = list(range(len(votes.participants)))
    secrets.SystemRandom().shuffle(order)
    voters = Voter.objects.bulk_create(
        Voter(conversation=made, seed=secrets.randbelow(SEEDS)) for _row in order
    )
    Vote.objects.bulk_create(
        (
            Vote(voter=voter, statement=by_number[str(int(name))], value=mark)
            for voter, row in zip(voters, order, strict=True)
            for name, mark in zip(votes.statements, votes.marks[row].tolist(), strict=True)
            if mark != UNSEEN
        ),
        batch_size=2000,
    )
    record(
        by=by,
        verb="opinions.import_conversation",
        target=made,
        detail={"voters": len(voters), "statements": len(statements)},
    )
    return made


def _in_words(fault: VotesFault) -> str:
    told = {
        "heading": _("A column is missing from the heading."),
        "id": _("An id is missing, or there twice."),
        "vote": _("This is not a vote."),
        "time": _("This is not a time."),
        "number": _("This is not a whole number."),
        "twice": _("The same id is there twice."),
        "rows": _("The row does not have the cells of the heading."),
        "no-rows": _("There is a heading but no rows."),
        "sign": _("Agree and disagree are the other way round."),
    }
    return told.get(fault.kind, _("The file cannot be read as a table."))


def _mend(fault: VotesFault) -> str:
    told = {
        "vote": _("A vote is 1, 0 or -1."),
        "sign": _("Choose the other number for agreeing."),
        "heading": _("Give votes.csv and comments.csv of a Polis export."),
    }
    return told.get(fault.kind, _("Export the file again, or mend the row."))
