"""A document laid out for the rules: its sentences with their words and grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from aukio.engines.clarity._checking._catalogue import Profile
from aukio.engines.clarity._checking._glossary import Glossary
from aukio.engines.clarity._documents import Block, BlockKind, Document
from aukio.engines.clarity._structures import Kind, Structure
from aukio.engines.text import split_sentences

WORD = re.compile(r"[^\W\d_](?:[\w'’\-‐‑]*\w)?")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found at characters `start` to `end` of the text.

    `weight` is how bad it is beside an ordinary finding of its rule; `values` fill the
    message; `suggestion` is a text that can stand in its place as it is.
    """

    rule: str
    start: int
    end: int
    weight: float = 1.0
    values: Mapping[str, str | int] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of running text at `start` to `end`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of one block."""

    start: int
    end: int
    text: str
    block: Block
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Passage:
    """Everything a rule may look at."""

    document: Document
    language: str
    profile: Profile
    structures: tuple[Structure, ...]
    glossary: Glossary

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences of all prose, headings included."""
        return tuple(self._lines())

    @cached_property
    def sentences(self) -> tuple[Line, ...]:
        """Sentences of paragraphs and items: what is read as prose."""
        prose = {BlockKind.PARAGRAPH, BlockKind.ITEM}
        return tuple(line for line in self.lines if line.block.kind in prose)

    @cached_property
    def word_count(self) -> int:
        return sum(len(line.words) for line in self.lines)

    def of_kind(self, *kinds: Kind) -> Iterator[Structure]:
        return (one for one in self.structures if one.kind in kinds)

    def within(self, line: Line, *kinds: Kind) -> list[Structure]:
        """The structures of these kinds that begin in a sentence."""
        return [one for one in self.of_kind(*kinds) if line.start <= one.start < line.end]

    def said(self, start: int, end: int) -> str:
        """The words at a place, on one line."""
        return " ".join(self.document.text[start:end].split())

    def _lines(self) -> Iterator[Line]:
        text = self.document.text
        for block in self.document.blocks:
            if block.kind is BlockKind.FURNITURE:
                continue
            body = text[block.start : block.end]
            for span in split_sentences(body, language=self.language):
                start, end = block.start + span.start, block.start + span.end
                words = tuple(
                    Word(found.group(), found.start(), found.end())
                    for found in WORD.finditer(text, start, end)
                )
                yield Line(start, end, text[start:end], block, words)
