"""A document as the engine reads it, and the way back to the characters it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    FURNITURE = "furniture"
    """Menus, footers and code: shown, but not prose."""


class UnusableDocumentError(ValueError):
    """A file the engine cannot read; `str(error)` is for the person, `detail` for the log."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table cell at `start` to `end` of the text.

    `level` is a heading's level from 1, or how deep a list item lies.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words at `start` to `end` of the text, and where it leads."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the text came from `source_start` to `source_end`."""

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def is_verbatim(self) -> bool:
        """Whether text and source agree character by character."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands in a docx or odt file.

    `part` is the XML file within it, `paragraph` counts that file's paragraphs from 0 (`w:p`, or
    `text:p` and `text:h`), `run` its runs (`w:r`) or in odt its text nodes (`//text()`), all in
    document order; `offset` counts characters within the run.
    """

    part: str
    paragraph: int
    run: int
    offset: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of the text stand together, the first at `place`."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True)
class Document:
    """Text to check with its blocks and links.

    `source` is what findings point into: the file's own characters for text, Markdown and
    HTML; for docx, odt and PDF, whose files are not text, the text taken out of them.
    """

    text: str
    source: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    pieces: tuple[Piece, ...] = ()
    runs: tuple[Run, ...] = ()

    def place(self, at: int) -> Place | None:
        """Where character `at` of the text stands in its docx or odt file.

        None for other documents and for characters the file has no letter for: a break, or a
        space told by a tag.
        """
        index = bisect_right(self.runs, at, key=lambda run: run.start) - 1
        if index < 0 or at >= self.runs[index].end:
            return None
        run = self.runs[index]
        return replace(run.place, offset=run.place.offset + at - run.start)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The characters of `source` from which text characters `start` to `end` came."""
        if not self.pieces or start >= end:
            return start, end
        return self._source_of(start)[0], self._source_of(end - 1)[1]

    def _source_of(self, at: int) -> tuple[int, int]:
        """The source of one character of the text."""
        index = bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(0, index)]
        if at >= piece.end:  # between pieces: a break the reader put in
            return piece.source_end, piece.source_end
        if not piece.is_verbatim:
            return piece.source_start, piece.source_end
        begin = piece.source_start + at - piece.start
        return begin, begin + 1


class Builder:
    """Collects a document piece by piece; blocks are kept apart by an empty line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._begun: int | None = None

    @property
    def length(self) -> int:
        return self._length

    @property
    def block_count(self) -> int:
        return len(self._blocks)

    def put(self, text: str, source_start: int, source_end: int) -> None:
        """Add characters that stand at `source_start` to `source_end` of the source."""
        if not text:
            return
        if self._begun is None:
            self._separate()
            self._begun = self._length
        end = self._length + len(text)
        self._pieces.append(Piece(self._length, end, source_start, source_end))
        self._parts.append(text)
        self._length = end

    def end_block(self, kind: BlockKind, level: int = 0) -> None:
        """Close the block begun by the first `put` since the last one; none is made if empty."""
        if self._begun is not None and self._length > self._begun:
            self._blocks.append(Block(kind, self._begun, self._length, level))
        self._begun = None

    def link(self, start: int, target: str) -> None:
        """Record a link whose words began at text position `start` and end here."""
        if self._length > start:
            self._links.append(Link(start, self._length, target))

    def ends_with_space(self) -> bool:
        return self._begun is None or (bool(self._parts) and self._parts[-1][-1].isspace())

    def document(self) -> Document:
        return Document(
            text="".join(self._parts),
            source=self._source,
            blocks=tuple(self._blocks),
            links=tuple(self._links),
            pieces=tuple(self._pieces),
        )

    def _separate(self) -> None:
        if self._length:
            self._parts.append("\n\n")
            self._length += 2
