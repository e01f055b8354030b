"""How many took part in each dialogue of a round, as it may be told: one door for all.

A round's total is public, so hiding a dialogue of fewer than five is not enough: the total less
the dialogues that are shown gives its number back. Pages, files, the interface for machines,
publications and the plan's figures all ask here, always of the whole round: a list that has
been narrowed down hides the same numbers as the whole one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aukio.apps.dialogues.models import Dialogue
from aukio.shared.indicators.suppression import MINIMUM, suppressed

Tree = dict[str, Any]


def told(counts: Mapping[int, int | None]) -> dict[int, int | None]:
    """By dialogue, the number that may be told; ``None`` is one not known or not shown.

    ``counts`` are those of every dialogue of the round.
    """
    known = {dialogue: count for dialogue, count in counts.items() if count is not None}
    return {**dict.fromkeys(counts), **suppressed(known)}


def told_in(round: int) -> dict[int, int | None]:
    """The same of a round by its id. One query."""
    return told(dict(Dialogue.objects.filter(round=round).values_list("pk", "participants")))


def told_total(total: int | None) -> int | None:
    """A round's total; ``None`` when it is small itself."""
    return None if total is None or 0 < total < MINIMUM else total


def told_again(content: Tree) -> Tree:
    """A publication's content without numbers that would give a hidden one away.

    A publication does not change, and those of format 1 hide only numbers under five. Which of
    the numbers that are missing were never known is not told in it, so each counts as hidden.
    """
    if content["format"] > 1:
        return content
    total = content["figures"]["participants"]
    figures = {**content["figures"], "participants": told_total(total)}
    counts = [one["participants"] for one in content["dialogues"]]
    limit = _limit([count for count in counts if count], counts.count(None), total)
    dialogues = [
        {**one, "participants": None} if 0 < (one["participants"] or 0) <= limit else one
        for one in content["dialogues"]
    ]
    return {**content, "figures": figures, "dialogues": dialogues}


def _limit(shown: list[int], hidden: int, total: int | None) -> int:
    """Up to which number the shown ones are hidden too; 0 when none needs to be.

    What is left of the total for the hidden ones must let any of them be ``MINIMUM`` or more
    while each of the others is at least one.
    """
    left, limit = (total or 0) - sum(shown), 0
    if left <= 0:
        return 0
    for count in sorted(set(shown)):
        if hidden > 1 and left - (hidden - 1) >= MINIMUM:
            break
        alike, limit = shown.count(count), count
        hidden, left = hidden + alike, left + alike * count
    return limit
