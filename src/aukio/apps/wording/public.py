"""What other rooms may use of the wording room."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.wording.asking import Asked, goal_of, surface
from aukio.apps.wording.texts import pasted, read

__all__ = ["Score", "quick_score"]


@dataclass(frozen=True)
class Score:
    """0–100 by the rules seen at once; ``goal`` is what the profile aims at."""

    score: float
    goal: float
    words: int

    @property
    def is_good(self) -> bool:
        return self.score >= self.goal


def quick_score(text: str, *, language: str, profile: str = "official") -> Score:
    """The clarity score by surface rules: no language model, fit for a web process.

    Nothing is stored. Raises ``Fault`` when the text cannot be read, as when it is too long.
    """
    goal = goal_of(profile)
    asked = Asked(language=language, profile=profile, goal=goal, say_in=language)
    document = read(pasted(text))
    report = surface(document, asked)
    return Score(report.score, goal, report.figures.words)
