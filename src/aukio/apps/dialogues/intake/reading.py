"""What reading a file gives: the whole text, and spans that cover every word of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from aukio.apps.dialogues.models import SourceKind


@dataclass(frozen=True)
class Span:
    """``text[start:end]`` is one note; code points. ``language`` is empty when not told."""

    start: int
    end: int
    language: str = ""


@dataclass(frozen=True)
class Reading:
    """One record as read. ``dialogue`` is the reference a table gives for its dialogue."""

    name: str
    kind: SourceKind
    sha256: str
    text: str
    spans: tuple[Span, ...] = field(default=())
    dialogue: str = ""


def assemble(blocks: Iterable[str], *, name: str, kind: SourceKind, content: bytes) -> Reading:
    """Join paragraphs or cells with line ends; each that is not blank becomes a note."""
    kept = list(blocks)
    spans, at = [], 0
    for block in kept:
        found = trimmed(block, at)
        if found:
            spans.append(found)
        at += len(block) + 1
    return Reading(name, kind, digest(content), "\n".join(kept), tuple(spans))


def lines(text: str) -> tuple[Span, ...]:
    """A span for every line that is not blank, without the blank around it."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        found = trimmed(line, at)
        if found:
            spans.append(found)
        at += len(line)
    return tuple(spans)


def trimmed(block: str, at: int, language: str = "") -> Span | None:
    """Where the block's words are, when the block begins at ``at``; none if it is blank."""
    words = block.strip()
    if not words:
        return None
    start = at + len(block) - len(block.lstrip())
    return Span(start, start + len(words), language)


def digest(content: bytes) -> str:
    """The file's fingerprint."""
    return hashlib.sha256(content).hexdigest()
