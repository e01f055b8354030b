"""Plain text: blank lines part blocks, short lines without a stop are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._documents._document import Block, BlockKind, Document

BLOCK = re.compile(r"[^\s].*(?:\n(?![ \t]*\n).*)*")
ITEM = re.compile(r"[ \t]*(?:[-–—•*·▪◦]|\d{1,2}[.)]|[a-zåäö]\))[ \t]+(?=\S)")
LONGEST_HEADING = 90
STOPS = (".", "!", "?", ":", ";", ",")


def read_plain(source: str) -> Document:
    """Text as it stands; the document's text is the source, character for character."""
    return Document(text=source, source=source, blocks=tuple(plain_blocks(source)))


def plain_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text."""
    for found in BLOCK.finditer(text):
        yield from _lines(text, found.start(), found.start() + len(found.group().rstrip()))


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    """A block of several items is cut at each; other lines stay together."""
    if not any(ITEM.match(line) for line in text[start:end].split("\n")):
        yield Block(_kind(text, start, end), start, end, level=_level(text, start, end))
        return
    begin, item, at = start, bool(ITEM.match(text, start, end)), start
    for line in text[start:end].splitlines(keepends=True):
        mark = ITEM.match(line)
        if mark and at > start:
            yield from _piece(text, begin, at, item)
        if mark:
            begin, item = at + mark.end(), True
        at += len(line)
    yield from _piece(text, begin, end, item)


def _piece(text: str, start: int, end: int, item: bool) -> Iterator[Block]:
    trimmed = start + len(text[start:end].rstrip())
    if trimmed > start:
        kind = BlockKind.ITEM if item else BlockKind.PARAGRAPH
        yield Block(kind, start, trimmed, level=int(item))


def _kind(text: str, start: int, end: int) -> BlockKind:
    line = text[start:end]
    short = "\n" not in line and len(line) <= LONGEST_HEADING
    alone = end == len(text.rstrip()) and start == len(text) - len(text.lstrip())
    looks = line[:1].isupper() or line[:1].isdigit()
    if short and looks and not alone and not line.endswith(STOPS):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _level(text: str, start: int, end: int) -> int:
    if _kind(text, start, end) is not BlockKind.HEADING:
        return 0
    return 1 if not text[:start].strip() else 2
