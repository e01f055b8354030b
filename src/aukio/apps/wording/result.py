"""Everything a page says of a checked text, counted once."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from aukio.apps.wording import layout
from aukio.apps.wording.asking import Asked
from aukio.apps.wording.bounds import MOST_SHOWN
from aukio.apps.wording.layout import Numbered, Part
from aukio.apps.wording.rule_names import name_of
from aukio.engines.clarity import Document, Figures, Report


@dataclass(frozen=True, slots=True)
class Lost:
    """Points of the score that one kind of finding takes. They add up to what is lost."""

    rule: str
    name: str
    count: int
    points: float


@dataclass(frozen=True, slots=True)
class LetBeShown:
    """A finding that was let be, with the words it is about."""

    name: str
    words: str
    reason: str


@dataclass(frozen=True)
class Result:
    """A checked text as it is shown. `hidden` findings do not fit the page."""

    asked: Asked
    score: float
    is_good: bool
    is_deep: bool
    findings: list[Numbered]
    hidden: int
    parts: list[Part]
    lost: list[Lost]
    let_be: list[LetBeShown]
    figures: Figures
    language: str

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """What the person let be, in the order it was done: the rule's name and the reason."""
        return [(name_of(one.rule), one.reason) for one in self.asked.let_be]

    @property
    def count(self) -> int:
        return len(self.findings) + self.hidden


def result(document: Document, report: Report, asked: Asked, *, is_deep: bool) -> Result:
    """The report laid out for a reader of the page's language."""
    language = get_language() or "fi"
    found = layout.numbered(document, report, language)
    shown = found[:MOST_SHOWN]
    return Result(
        asked=asked,
        score=report.score,
        is_good=report.score >= asked.goal,
        is_deep=is_deep,
        findings=shown,
        hidden=len(found) - len(shown),
        parts=layout.parts(document, shown),
        lost=lost_points(report),
        let_be=[
            LetBeShown(
                name_of(one.finding.rule),
                _short(document.source[one.finding.start : one.finding.end]),
                one.reason,
            )
            for one in report.suppressed
        ],
        figures=report.figures,
        language=report.language,
    )


def lost_points(report: Report) -> list[Lost]:
    """What each kind of finding takes from a hundred, dearest first."""
    cost = sum(share.cost for share in report.shares)
    if not cost:
        return []
    lost = 100 - report.score
    return [
        Lost(share.rule, name_of(share.rule), share.count, round(lost * share.cost / cost, 1))
        for share in report.shares
    ]


def _short(words: str, limit: int = 90) -> str:
    line = " ".join(words.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
