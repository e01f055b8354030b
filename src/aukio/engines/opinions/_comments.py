"""``comments.csv``: the statements' words, and which of them a moderator rejected."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from aukio.engines.opinions._faults import VotesFault
from aukio.engines.opinions._reading import open_table
from aukio.engines.opinions._votes import AGREE, DISAGREE, VoteMatrix

REJECTED: Final = -1
_NEEDED: Final = ("comment-id", "comment-body")


@dataclass(frozen=True, slots=True)
class Comment:
    """A statement's words. ``moderated``: 1 accepted, 0 not looked at, -1 rejected.

    ``agrees`` and ``disagrees`` are the file's own counts; None where it tells none.
    """

    id: str
    text: str
    moderated: int = 0
    agrees: int | None = None
    disagrees: int | None = None


def read_comments(source: str | Path | bytes, *, name: str | None = None) -> tuple[Comment, ...]:
    """Read the statements of a Polis export. Raises :class:`VotesFault`."""
    called = name or (Path(source).name if not isinstance(source, bytes) else "comments")
    heading, rows = open_table(source, called)
    names = [cell.strip() for cell in heading]
    for needed in _NEEDED:
        if needed not in names:
            raise VotesFault(
                "heading",
                f"There is no column “{needed}”.",
                called,
                "Give comments.csv of a Polis export.",
                row=1,
            )
    found: dict[str, Comment] = {}
    for number, cells in rows:
        row = dict(zip(names, cells, strict=True))
        identity = row["comment-id"].strip()
        if not identity or identity in found:
            what = f"“{identity}” is there twice." if identity else "The id is missing."
            raise VotesFault(
                "id",
                what,
                called,
                "Give every statement its own id.",
                row=number,
                cell="comment-id",
            )
        found[identity] = Comment(
            identity,
            row["comment-body"].strip(),
            _number(row.get("moderated"), called, number, "moderated") or 0,
            _number(row.get("agrees"), called, number, "agrees"),
            _number(row.get("disagrees"), called, number, "disagrees"),
        )
    return tuple(found.values())


def check_sign(votes: VoteMatrix, comments: tuple[Comment, ...], *, file: str) -> None:
    """Raise :class:`VotesFault` when the comments' own counts show agree and disagree swapped."""
    column = {name: place for place, name in enumerate(votes.statements)}
    told = [
        (column[one.id], one.agrees, one.disagrees)
        for one in comments
        if one.id in column and one.agrees is not None and one.disagrees is not None
    ]
    if not told:
        return
    places = [row[0] for row in told]
    agrees, disagrees = (np.array([row[side] for row in told]) for side in (1, 2))
    counted = [(votes.marks[:, places] == kind).sum(axis=0) for kind in (AGREE, DISAGREE)]
    as_read = np.abs(counted[0] - agrees).sum() + np.abs(counted[1] - disagrees).sum()
    swapped = np.abs(counted[0] - disagrees).sum() + np.abs(counted[1] - agrees).sum()
    if swapped < as_read:
        raise VotesFault(
            "sign",
            "The counts of the statements show that agree and disagree are the other way round.",
            file,
            "Say which number means agree: --agree-is -1, or 1.",
        )


def _number(cell: str | None, called: str, row: int, column: str) -> int | None:
    if cell is None or not cell.strip():
        return None
    try:
        return int(cell)
    except ValueError:
        raise VotesFault(
            "number",
            f"“{cell.strip()[:40]}” is not a whole number.",
            called,
            "Write it with digits.",
            row=row,
            cell=column,
        ) from None
