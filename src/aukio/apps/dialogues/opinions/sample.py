"""An opinion map for the invented sample round, through the same actions people use.

The voters and their votes are drawn from the shares of ``opinions.yaml`` with its own seed:
the same every time, and of nobody.
"""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.actions.voting import voter_of
from aukio.apps.dialogues.opinions.models import (
    Choice,
    Conversation,
    Moderation,
    Statement,
    Vote,
    Voter,
)

PASSES = 0.2  # of those who do not agree


@transaction.atomic
def load_sample(folder: Path) -> bool:
    """Load ``opinions.yaml`` once, open for votes with its results shown.

    Says whether anything was loaded; nothing is before the round itself is there.
    """
    told = yaml.safe_load((folder / "opinions.yaml").read_text(encoding="utf-8"))
    round = Round.objects.filter(slug=told["round"], is_sample=True).first()
    if round is None or Conversation.objects.filter(round=round).exists():
        return False
    made = actions.create_conversation(
        by=None,
        round=round,
        question=told["question"],
        delete_on=timezone.localdate() + timedelta(days=told["kept_days"]),
    )
    statements = [_statement(made, texts) for texts in told["statements"]]
    actions.open_for_votes(by=None, conversation=made)
    actions.take_proposals(by=None, conversation=made, taken=True)
    _votes(made, statements, told)
    _show(made)
    _propose(made, told["waiting"])
    return True


def _statement(made: Conversation, texts: dict[str, str]) -> Statement:
    one = actions.add_statement(by=None, conversation=made, texts=texts)
    return actions.decide_statement(by=None, statement=one, moderation=Moderation.ACCEPTED)


def _votes(made: Conversation, statements: list[Statement], told: dict[str, Any]) -> None:
    chance = random.Random(told["seed"])  # noqa: S311 - invented votes, the same every time
    for group in told["voters"]:
        voters = Voter.objects.bulk_create(
            Voter(conversation=made, seed=chance.randrange(2**31 - 1))
            for _one in range(group["size"])
        )
        Vote.objects.bulk_create(
            Vote(voter=voter, statement=statement, value=_choice(share / 100, chance))
            for voter in voters
            for statement, share in zip(statements, group["agree"], strict=True)
            if chance.random() < group["voted"] / 100
        )


def _choice(agree: float, chance: random.Random) -> Choice:
    if chance.random() < agree:
        return Choice.AGREE
    return Choice.PASS if chance.random() < PASSES else Choice.DISAGREE


def _show(made: Conversation) -> None:
    from aukio.apps.dialogues.opinions.summing_up import sum_up  # needs numpy

    actions.keep_found(by=None, conversation=made, content=sum_up(made))
    actions.show_results(by=None, conversation=made, shown=True)


def _propose(made: Conversation, waiting: dict[str, str]) -> None:
    """A statement that waits, so that the core group sees what deciding is like."""
    voter = voter_of(actions.join(conversation=made))
    assert voter is not None
    actions.propose(voter=voter, text=waiting["text"], language=waiting["language"])
