"""The tree. Plain frozen values; a text is a string, a span, a link or a row of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True)
class Span:
    """Words in one language; without one, in that of the block or the document."""

    text: str
    language: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Link:
    """Words that lead to ``address``: whole (https://…) where the file travels by itself."""

    text: str
    address: str
    language: str = ""


Part: TypeAlias = str | Span | Link
Text: TypeAlias = Part | tuple[Part, ...]


@dataclass(frozen=True)
class Heading:
    """``level`` 1–4 below the document's title."""

    text: Text
    level: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 4:
            raise ValueError(f"A heading's level is 1–4, not {self.level}.")


@dataclass(frozen=True)
class Paragraph:
    text: Text
    language: str = ""


@dataclass(frozen=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True)
class Numbered:
    """Each list begins from one."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Quote:
    """Someone's very words; quotation marks are added by the writers."""

    text: str
    source: Text = ""
    language: str = ""


@dataclass(frozen=True)
class Table:
    """``head`` names the columns, the first cell of a row names the row."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("Every row of a table has as many cells as its head.")


@dataclass(frozen=True)
class Facts:
    """Names and values of one thing."""

    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class Picture:
    """A PNG with the words that stand for it; ``width`` in centimetres."""

    png: bytes
    alternative: str
    width: float = 5.0


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page in files; on the web it is nothing."""


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Numbered | Quote | Table | Facts | Picture | PageBreak
)


@dataclass(frozen=True)
class Document:
    """A titled text in one language (a code: fi, sv, en …), with ``subtitle`` under the title."""

    title: str
    language: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""


@dataclass(frozen=True)
class Slide:
    """A title and what is below it; ``notes`` are for the speaker."""

    title: str
    blocks: tuple[Block, ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class Deck:
    """Slides of one presentation."""

    title: str
    language: str
    slides: tuple[Slide, ...]


def spans(text: Text, language: str = "") -> list[Span | Link]:
    """The parts of a text, empty ones left out, each with its language where one is known.

    A link to anything but a page, an address for mail or a telephone is only its words.
    """
    parts = text if isinstance(text, tuple) else (text,)
    return [_part(part, language) for part in parts if _words(part)]


def plain(text: Text) -> str:
    """The words alone."""
    parts: Iterable[Part] = text if isinstance(text, tuple) else (text,)
    return "".join(_words(part) for part in parts)


def _part(part: Part, language: str) -> Span | Link:
    if isinstance(part, Link) and _is_safe(part.address):
        return Link(part.text, part.address, part.language or language)
    if isinstance(part, Link):
        return Span(part.text, part.language or language)
    if isinstance(part, Span):
        return Span(part.text, part.language or language, part.strong)
    return Span(str(part), language)


def _words(part: Part) -> str:
    return part.text if isinstance(part, Span | Link) else str(part)


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in _SAFE
