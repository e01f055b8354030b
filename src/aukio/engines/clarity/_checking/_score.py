"""A score from 0 to 100 that can be taken apart into the findings that lower it.

Each finding costs its level's points times its weight. Points per 100 words, divided by a
yardstick per language and profile, lower the score exponentially: 100 for no findings, about
37 when the cost reaches the yardstick. Yardsticks are set so that an ordinary official letter
comes near 50 and a good one above the goal.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from aukio.engines.clarity._checking._catalogue import Level, Profile

POINTS = {Level.ERROR: 3.0, Level.WARNING: 2.0, Level.INFO: 0.5, Level.OFF: 0.0}
YARDSTICK = {
    Profile.EASY: {"fi": 36.0, "sv": 36.0, "en": 36.0},
    Profile.OFFICIAL: {"fi": 12.0, "sv": 12.0, "en": 12.0},
    Profile.WEB: {"fi": 12.0, "sv": 12.0, "en": 12.0},
}
GOALS = {Profile.EASY: 75.0, Profile.OFFICIAL: 70.0, Profile.WEB: 75.0}
FEWEST_WORDS = 50


@dataclass(frozen=True, slots=True)
class Share:
    """How much one rule's findings cost, in points per 100 words."""

    rule: str
    count: int
    cost: float


@dataclass(frozen=True, slots=True)
class Cost:
    """One finding's part of the score."""

    rule: str
    level: Level
    weight: float


def score(
    costs: Sequence[Cost], words: int, *, language: str, profile: Profile
) -> tuple[float, tuple[Share, ...]]:
    """The score, to one decimal, and its shares, the dearest first.

    Texts under 50 words are counted as 50, so that one finding does not sink a short note.
    """
    per_hundred = 100 / max(words, FEWEST_WORDS)
    count: dict[str, int] = defaultdict(int)
    cost: dict[str, float] = defaultdict(float)
    for one in costs:
        count[one.rule] += 1
        cost[one.rule] += POINTS[one.level] * one.weight * per_hundred
    shares = tuple(
        Share(rule, count[rule], round(cost[rule], 3))
        for rule in sorted(cost, key=lambda rule: (-cost[rule], rule))
    )
    value = 100 * math.exp(-sum(cost.values()) / YARDSTICK[profile][language])
    return round(value, 1), shares


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts shown as information only; none of them lowers the score."""

    words: int
    sentences: int
    words_per_sentence: float
    lix: float
    lix_misleads: bool
    """Whether LIX says little in this language: Finnish words are long by their endings."""


def figures(words: Sequence[str], sentences: int, language: str) -> Figures:
    """LIX (Björnsson 1968): words per sentence plus the percentage of words over six letters."""
    if not words or not sentences:
        return Figures(len(words), sentences, 0.0, 0.0, language == "fi")
    mean = len(words) / sentences
    long = sum(len(word) > 6 for word in words)
    lix = mean + 100 * long / len(words)
    return Figures(len(words), sentences, round(mean, 1), round(lix, 1), language == "fi")
