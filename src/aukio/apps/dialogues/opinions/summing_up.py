"""From votes to what may be told of them: shares and groups of five or more, never a person.

Groups are as many as are found, or fewer until each has five people. Shares are rounded to
five per cent; where fewer than five of any group voted on a statement, no group's share is
told, for the others would give it away. Statements with fewer than five votes tell nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Vote
from aukio.engines.opinions import (
    OpinionMap,
    Repness,
    Stability,
    Statement,
    VoteMatrix,
    matrix_of,
    opinion_map,
    stability,
)
from aukio.engines.opinions import Vote as One

LEAST: Final = 5
STEP: Final = 5
MOST_TRIED: Final = 5
Content = dict[str, Any]


def votes_of(conversation: Conversation, *, all_statements: bool = False) -> VoteMatrix:
    """Votes on accepted statements, or on all. One query. Voters are numbered anew."""
    rows = Vote.objects.filter(voter__conversation=conversation)
    if not all_statements:
        rows = rows.filter(statement__moderation=Moderation.ACCEPTED)
    return matrix_of(
        One(str(voter), str(number), value)
        for voter, number, value in rows.values_list("voter_id", "statement__number", "value")
    )


def sum_up(
    conversation: Conversation, *, tell: Callable[[int, int], None] | None = None
) -> Content:
    """What may be shown of the conversation, as JSON values."""
    votes = votes_of(conversation)
    voters = len(votes.participants)
    if voters < LEAST:
        return {"voters": 0, "mapped": 0, "stability": None, "groups": [], "statements": []}
    found = _large_enough(votes)
    held = stability(votes, found, tell=tell) if found and len(found.groups) > 1 else None
    grouped = found if held else None
    return {
        "voters": voters,
        "mapped": len(found.participants) if found else 0,
        "stability": _rounded(held.agreement) if held else None,
        "groups": _groups(grouped, held) if grouped and held else [],
        "statements": _statements(votes, found, grouped),
    }


def _large_enough(votes: VoteMatrix) -> OpinionMap | None:
    """The map with groups of at least five, or with one group; nothing under five people."""
    found = opinion_map(votes)
    if len(found.participants) < LEAST:
        return None
    number = len(found.groups)
    while min(one.size for one in found.groups) < LEAST:
        number -= 1
        found = opinion_map(votes, groups=number)
    return found


def _groups(found: OpinionMap, held: Stability) -> list[Content]:
    points = np.array([(one.x, one.y) for one in found.participants])
    rows = []
    for one in found.groups:
        wide, high, turn = _oval(points[found.labels == one.id])
        rows.append(
            {
                "id": one.id,
                "size": one.size,
                "x": round(one.x, 1),
                "y": round(one.y, 1),
                "wide": wide,
                "high": high,
                "turn": turn,
                "stability": _rounded(held.groups[one.id]),
                "representative": [int(name) for name in one.representative],
            }
        )
    return rows


def _oval(points: np.ndarray) -> tuple[float, float, float]:
    """Half axes at 1.5 standard deviations, and the angle of the longer in degrees."""
    strengths, axes = np.linalg.eigh(np.cov(points.T, ddof=0))
    high, wide = (1.5 * float(np.sqrt(max(value, 0.0))) for value in strengths)
    turn = float(np.degrees(np.arctan2(axes[1, 1], axes[0, 1])))
    return round(wide, 1), round(high, 1), round(turn)


def _statements(
    votes: VoteMatrix, found: OpinionMap | None, grouped: OpinionMap | None
) -> list[Content]:
    figures = found.statements if found else opinion_map(votes, groups=1).statements
    return [_statement(one, grouped is not None) for one in figures]


def _statement(one: Statement, grouped: bool) -> Content:
    seen = one.agree + one.disagree + one.passes
    if seen < LEAST:
        return {"number": int(one.id), "votes": None, "shares": None, "groups": None,
                "common": "", "division": None}  # fmt: skip
    counts = [(row.agree, row.disagree, row.passes) for row in one.repness.values()]
    told = grouped and all(sum(row) >= LEAST for row in counts)
    return {
        "number": int(one.id),
        "votes": seen,
        "shares": _shares((one.agree, one.disagree, one.passes)),
        "groups": [_of_group(row) for row in one.repness.values()] if told else None,
        "common": one.common,
        "division": _rounded(one.division) if told else None,
    }


def _of_group(row: Repness) -> Content:
    return {
        "shares": _shares((row.agree, row.disagree, row.passes)),
        "direction": row.direction,
        "significant": row.significant,
    }


def _shares(counts: tuple[int, int, int]) -> list[int]:
    """Agree, disagree and pass in per cent, to the nearest five."""
    return [STEP * round(100 * count / sum(counts) / STEP) for count in counts]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
