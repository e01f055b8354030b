"""Votes written out in the formats they are read from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from aukio.engines.opinions._reading import ABOUT_PARTICIPANT, PARTICIPANT, STATEMENT, TIME, VOTE
from aukio.engines.opinions._votes import AGREE, DISAGREE, UNSEEN, Vote, VoteMatrix

_ABOUT = tuple(name for name in ABOUT_PARTICIPANT if name != "xid")


def votes_csv(votes: Iterable[Vote], *, agree_is: int = AGREE) -> str:
    """``votes.csv``: a row for each vote, in the order given."""
    rows = [
        (vote.time, _date(vote.time), vote.statement, vote.participant, vote.value * agree_is)
        for vote in votes
    ]
    return _csv((TIME, "datetime", STATEMENT, PARTICIPANT, VOTE), rows)


def single_votes(votes: VoteMatrix) -> Iterable[Vote]:
    """The matrix's votes one by one, by statement and participant; the time is not known (0)."""
    for column, statement in enumerate(votes.statements):
        for row, participant in enumerate(votes.participants):
            mark = int(votes.marks[row, column])
            if mark != UNSEEN:
                yield Vote(participant, statement, mark)


def matrix_csv(
    votes: VoteMatrix, *, groups: Mapping[str, int] | None = None, agree_is: int = AGREE
) -> str:
    """``participants-votes.csv``. ``groups`` by participant; the number of comments is not known
    here and left empty."""
    rows = []
    for participant, marks in zip(votes.participants, votes.marks.tolist(), strict=True):
        seen = [mark for mark in marks if mark != UNSEEN]
        about = [participant, (groups or {}).get(participant, ""), ""]
        counts = [len(seen), seen.count(AGREE), seen.count(DISAGREE)]
        rows.append(
            [*about, *counts, *("" if mark == UNSEEN else mark * agree_is for mark in marks)]
        )
    return _csv((*_ABOUT, *votes.statements), rows)


def _date(time: int) -> str:
    """As Polis writes it, in UTC; empty where no time is known or it is out of a calendar."""
    try:
        moment = datetime.fromtimestamp(time / 1000, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return moment.strftime("%a %b %d %H:%M:%S UTC %Y") if time else ""


def _csv(heading: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return written.getvalue()
