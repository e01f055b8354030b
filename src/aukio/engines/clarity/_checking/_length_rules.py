"""Rules that count: sentences, subordinate clauses, paragraphs, lists, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._checking import _limits as limits
from aukio.engines.clarity._checking._passage import Hit, Line, Passage
from aukio.engines.clarity._documents import Block, BlockKind
from aukio.engines.clarity._structures import Kind

SEPARATOR = re.compile(r",\s|;\s")
AND = re.compile(r"(?<=\w )(?:ja|tai|sekä|och|eller|samt|and|or)\b", re.IGNORECASE)
SUMMARY_HEADING = re.compile(
    r"(?:tiivistelmä|yhteenveto|sammanfattning|sammandrag|summary)\b", re.IGNORECASE
)


def long_sentence(passage: Passage) -> Iterator[Hit]:
    """More words than the profile's limit; worse the longer it is."""
    limit = limits.SENTENCE[passage.profile][passage.language]
    for line in passage.sentences:
        count = len(line.words)
        if count > limit:
            yield Hit(
                "long-sentence",
                line.start,
                line.end,
                weight=2 * (count - limit) / limit,
                values={"count": count, "limit": limit},
            )


def many_subclauses(passage: Passage) -> Iterator[Hit]:
    """Several subordinate clauses in one sentence."""
    limit = limits.SUBCLAUSES[passage.profile]
    for line in passage.sentences:
        count = len(passage.within(line, Kind.SUBCLAUSE))
        if count >= limit:
            yield Hit("many-subclauses", line.start, line.end, values={"count": count})


def long_paragraph(passage: Passage) -> Iterator[Hit]:
    """A paragraph too long to scan."""
    limit = limits.PARAGRAPH[passage.profile]
    for block, count in _paragraph_lengths(passage):
        if count > limit:
            values: dict[str, str | int] = {"count": count, "limit": limit}
            weight = (count - limit) / limit
            yield Hit("long-paragraph", block.start, block.end, weight, values)


def list_in_sentence(passage: Passage) -> Iterator[Hit]:
    """Many short things in a row that would read better as a list."""
    limit = limits.LISTED[passage.profile]
    for line in passage.sentences:
        if line.block.kind is BlockKind.PARAGRAPH and (count := _listed(line)) >= limit:
            last_is_two = bool(AND.search(SEPARATOR.split(line.text)[-1]))
            values: dict[str, str | int] = {"count": count + last_is_two}
            yield Hit("list-in-sentence", line.start, line.end, values=values)


def no_headings(passage: Passage) -> Iterator[Hit]:
    """A long text without a single heading inside it."""
    headings = [one for one in passage.document.blocks if one.kind is BlockKind.HEADING]
    inner = [one for one in headings if one.start > 0]
    limit = limits.WITHOUT_HEADINGS[passage.profile]
    if passage.word_count > limit and not inner:
        first, weight = passage.lines[0], passage.word_count / limit
        values: dict[str, str | int] = {"count": passage.word_count}
        yield Hit("no-headings", first.start, first.end, weight, values)


def long_heading(passage: Passage) -> Iterator[Hit]:
    """A heading that is a paragraph."""
    limit = limits.HEADING[passage.profile]
    for line in passage.lines:
        if line.block.kind is BlockKind.HEADING and len(line.words) > limit:
            values: dict[str, str | int] = {"count": len(line.words), "limit": limit}
            yield Hit("long-heading", line.start, line.end, values=values)


def long_summary(passage: Passage) -> Iterator[Hit]:
    """The section under a heading 'Summary' that does not summarise."""
    heading: Line | None = None
    counts: dict[Line, int] = {}
    for line in passage.lines:
        if line.block.kind is BlockKind.HEADING:
            heading = line if SUMMARY_HEADING.match(line.text) else None
        elif heading is not None:
            counts[heading] = counts.get(heading, 0) + len(line.words)
    for line, count in counts.items():
        if count > limits.SUMMARY:
            values: dict[str, str | int] = {"count": count, "limit": limits.SUMMARY}
            yield Hit("long-summary", line.start, line.end, values=values)


def _paragraph_lengths(passage: Passage) -> Iterator[tuple[Block, int]]:
    counts: dict[Block, int] = {}
    for line in passage.sentences:
        if line.block.kind is BlockKind.PARAGRAPH:
            counts[line.block] = counts.get(line.block, 0) + len(line.words)
    yield from counts.items()


def _listed(line: Line) -> int:
    """How many short pieces (up to three words) stand between commas, the last by 'and'."""
    pieces = SEPARATOR.split(line.text)
    if len(pieces) < 3:
        return 0
    short = [piece for piece in pieces[1:-1] if len(piece.split()) <= 3]
    return len(short) + 2 if len(short) == len(pieces) - 2 else 0
