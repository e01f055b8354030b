"""A checked text laid out for reading: its blocks, and numbered findings in their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aukio.apps.wording.rule_names import name_of
from aukio.engines.clarity import BlockKind, Document, Finding, Level, Report, Rule, rules

WIDE = 60
"""A finding of more characters is about a sentence or a paragraph: it is drawn with a line."""
WEIGHT = {Level.ERROR: 3, Level.WARNING: 2, Level.INFO: 1, Level.OFF: 0}
FIRST_LEVEL, LAST_LEVEL = 3, 6  # the page's own headings come before


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding as the page shows it; `start` and `end` are places in the document's source."""

    number: int
    rule: str
    name: str
    level: str
    message: str
    why: str
    sources: tuple[str, ...]
    bad: str
    good: str
    before: str
    suggestion: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under the same findings. `level` is empty where there are none."""

    words: str
    level: str = ""
    is_wide: bool = False
    begins: tuple[Numbered, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, list of items or table cell; a list has several lines."""

    kind: str
    level: int
    lines: list[tuple[Stretch, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    shown: Numbered

    @property
    def is_wide(self) -> bool:
        return self.end - self.start > WIDE


def numbered(document: Document, report: Report, language: str) -> list[Numbered]:
    """The findings in order, numbered from 1, reasons in ``language``."""
    known = rules()
    return [
        _numbered(at, finding, known.get(finding.rule), document, language)
        for at, finding in enumerate(report.findings, 1)
    ]


def parts(document: Document, findings: Sequence[Numbered]) -> list[Part]:
    """The text with its headings and lists, cut where findings begin and end."""
    placed = sorted(
        (_Placed(*place_in_text(document, one.start, one.end), one) for one in findings),
        key=lambda one: (one.start, one.shown.number),
    )
    made: list[Part] = []
    level, begun = FIRST_LEVEL - 1, 0
    for at, block in enumerate(document.blocks):
        is_last = at == len(document.blocks) - 1
        limit = len(document.text) + 1 if is_last else document.blocks[at + 1].start
        fresh = [one for one in placed[begun:] if one.start < limit]
        begun += len(fresh)
        line = tuple(_stretches(document.text, block.start, block.end, placed[:begun], fresh))
        if block.kind is BlockKind.ITEM and made and made[-1].kind == "item":
            made[-1].lines.append(line)
            continue
        if block.kind is BlockKind.HEADING:
            level = min(FIRST_LEVEL - 1 + max(block.level, 1), level + 1, LAST_LEVEL)
        made.append(Part(str(block.kind), level, [line]))
    return made


def place_in_text(document: Document, start: int, end: int) -> tuple[int, int]:
    """Where characters `start` to `end` of the source are in the text: the way back of `origin`."""
    pieces = document.pieces
    if not pieces:
        return start, end
    first = bisect_right(pieces, start, key=lambda piece: piece.source_end)
    last = bisect_right(pieces, max(start, end - 1), key=lambda piece: piece.source_start) - 1
    if first >= len(pieces) or last < first:
        near = pieces[min(first, len(pieces) - 1)]
        return near.start, near.start
    one, other = pieces[first], pieces[last]
    begin = one.start + (max(0, start - one.source_start) if one.is_verbatim else 0)
    stop = other.end - (max(0, other.source_end - end) if other.is_verbatim else 0)
    return begin, max(begin, stop)


def _numbered(
    number: int, finding: Finding, rule: Rule | None, document: Document, language: str
) -> Numbered:
    return Numbered(
        number=number,
        rule=finding.rule,
        name=name_of(finding.rule),
        level=str(finding.level),
        message=finding.message,
        why=rule.why[language] if rule else finding.why,
        sources=tuple(one[language] for one in rule.sources) if rule else finding.sources,
        bad=rule.bad[language] if rule else "",
        good=rule.good[language] if rule else "",
        before=document.source[finding.start : finding.end],
        suggestion=finding.suggestion,
        start=finding.start,
        end=finding.end,
    )


def _stretches(
    text: str, start: int, end: int, placed: Sequence[_Placed], fresh: Sequence[_Placed]
) -> Iterator[Stretch]:
    here = [one for one in placed if one.end > start and one.start < end]
    beginnings = {one.shown.number: min(max(one.start, start), end) for one in fresh}
    cuts = {start, end, *beginnings.values()}
    cuts |= {min(max(at, start), end) for one in here for at in (one.start, one.end)}
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        over = [one for one in here if one.start <= left and one.end >= right]
        begins = tuple(one.shown for one in fresh if beginnings[one.shown.number] == left)
        yield _stretch(text[left:right], over, begins)
    rest = tuple(one.shown for one in fresh if beginnings[one.shown.number] == end)
    if rest:
        yield Stretch("", begins=rest)


def _stretch(words: str, over: Sequence[_Placed], begins: tuple[Numbered, ...]) -> Stretch:
    if not over:
        return Stretch(words, begins=begins)
    narrow = [one for one in over if not one.is_wide]
    deciding = max(narrow or over, key=lambda one: WEIGHT[Level(one.shown.level)])
    return Stretch(words, deciding.shown.level, not narrow, begins)
