"""The material kit: a text in plain marks becomes a tree, and the tree a page, Word or PDF.

Marks: ``## heading``, ``- item``, ``1. item``, ``> quote``, an empty line between paragraphs,
``**strong**``, ``[words](https://…)``. Places filled in by themselves: ``{round}``, ``{days}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aukio.shared.documents import (
    Block,
    Bullets,
    Document,
    Heading,
    Link,
    Numbered,
    Paragraph,
    Quote,
    Span,
    Text,
    plain,
)

FOLDER = Path(__file__).parent / "materials"
PLACES = ("round", "days")
_PLACE = re.compile(r"\{(" + "|".join(PLACES) + r")\}")
_READER = MarkdownIt("zero").enable(
    ["heading", "list", "blockquote", "emphasis", "link", "newline", "escape"]
)


@cache
def own_text(kind: str, language: str) -> str:
    """The kit's own text, as the house gives it."""
    return (FOLDER / f"{kind}.{language}.md").read_text(encoding="utf-8")


def document(title: str, language: str, text: str, values: dict[str, str]) -> Document:
    """The text as a tree; ``values`` for ``PLACES``."""
    filled = _PLACE.sub(lambda found: _plainly(values.get(found[1], "")), text)
    return Document(title, language, tuple(_blocks(_READER.parse(filled))))


def _plainly(value: str) -> str:
    """The value's own marks mean nothing."""
    return re.sub(r"([\\`*_\[\]()#>])", r"\\\1", " ".join(value.split()))


def _blocks(tokens: Sequence[Token]) -> Iterable[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end(tokens, at)
        inside = tokens[at + 1 : end]
        if token.type == "heading_open":
            # "##" is the first level below the document's own title.
            yield Heading(_text(inside), min(max(int(token.tag[1]) - 1, 1), 4))
        elif token.type == "paragraph_open":
            words = _text(inside)
            if plain(words).strip():
                yield Paragraph(words)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            made = Bullets if token.type == "bullet_list_open" else Numbered
            yield made(tuple(_items(inside)))
        elif token.type == "blockquote_open":
            yield Quote(plain(_text(inside)))
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the block that begins here ends."""
    if tokens[at].nesting != 1:
        return at
    depth = 0
    for number in range(at, len(tokens)):
        depth += tokens[number].nesting
        if depth == 0:
            return number
    return len(tokens) - 1


def _items(tokens: Sequence[Token]) -> Iterable[Text]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        yield _text(tokens[at + 1 : end])
        at = end + 1


def _text(tokens: Sequence[Token]) -> Text:
    """All words below these tokens, strong words and links kept."""
    parts: list[str | Span | Link] = []
    for token in tokens:
        if token.type == "inline":
            if parts:
                parts.append(" ")
            parts += _inline(token.children or [])
    return tuple(parts)


def _inline(children: Sequence[Token]) -> Iterable[str | Span | Link]:
    strong, address = 0, ""
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            strong += child.nesting
        elif child.type == "link_open":
            address = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            address = ""
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.content:
            if address.startswith(("https://", "http://", "mailto:")):
                yield Link(child.content, address)
            else:
                yield Span(child.content, strong=bool(strong))
