"""A conversation as files: in the format of Polis without ids of people, and what was found."""

from __future__ import annotations

import csv
import io
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.opinions.models import Conversation, Moderation
from aukio.apps.dialogues.opinions.queries import Results, words

if TYPE_CHECKING:  # what needs numpy is loaded with the first file, not with the pages
    from aukio.engines.opinions import VoteMatrix

FILES = ("votes.csv", "participants-votes.csv", "comments.csv")
_MODERATED = {Moderation.ACCEPTED: 1, Moderation.WAITING: 0, Moderation.REJECTED: -1}


def export(conversation: Conversation, name: str) -> str:
    """One of ``FILES``. Voters get new random numbers in each file; times are not known (0)."""
    from aukio.apps.dialogues.opinions.summing_up import votes_of
    from aukio.engines.opinions import matrix_csv, single_votes, votes_csv

    if name == "comments.csv":
        return _comments(conversation)
    votes = _renumbered(votes_of(conversation, all_statements=True))
    return votes_csv(single_votes(votes)) if name == "votes.csv" else matrix_csv(votes)


def _renumbered(votes: VoteMatrix) -> VoteMatrix:
    order = list(range(len(votes.participants)))
    secrets.SystemRandom().shuffle(order)
    return replace(
        votes, participants=tuple(str(one) for one in range(len(order))), marks=votes.marks[order]
    )


def _comments(conversation: Conversation) -> str:
    from aukio.apps.dialogues.opinions.summing_up import votes_of

    votes = votes_of(conversation, all_statements=True)
    counted = {name: votes.marks[:, at].tolist() for at, name in enumerate(votes.statements)}
    rows: list[list[object]] = [
        [0, "", one.number, "", marks.count(1), marks.count(-1),
         _MODERATED[Moderation(one.moderation)], plain_cell(words(one).text)]
        for one in conversation.statements.all()
        for marks in [counted.get(str(one.number), [])]
    ]  # fmt: skip
    head: list[object] = ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees",
            "moderated", "comment-body"]  # fmt: skip
    return _csv([head, *rows])


def found_csv(found: Results) -> str:
    """What was found, a row for each statement; empty where too few voted to tell."""
    groups = [found.named(one["id"]) for one in found.groups]
    shares = [f"{side}_percent" for side in ("agree", "disagree", "pass")]
    head: list[object] = ["statement", "language", "text", "votes", *shares,
            *(f"group_{name}_agree_percent" for name in groups)]  # fmt: skip
    rows: list[list[object]] = [
        [one.number, one.words.language, plain_cell(one.words.text), _cell(one.votes),
         *(map(_cell, one.shares) if one.shares else [""] * 3),
         *([row["shares"][0] for row in one.groups] if one.groups else [""] * len(groups))]
        for one in found.statements.values()
    ]  # fmt: skip
    return _csv([head, *rows])


def _cell(value: int | None) -> int | str:
    return "" if value is None else value


def _csv(rows: list[list[object]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()
