"""Markdown: words with their exact places in the source, markup left out."""

from __future__ import annotations

import re
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from aukio.engines.clarity._documents._document import BlockKind, Builder, Document
from aukio.engines.clarity._documents._html import read_html

LINK_END = re.compile(
    r"\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'(][^\n]*?[\"')])?\s*\)|\[[^\]]*\])?|>"
)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def read_markdown(source: str) -> Document:
    """Headings, paragraphs, items, cells and links of a CommonMark text (with tables)."""
    parser = MarkdownIt("commonmark").enable("table").disable("text_join")
    lines = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    front = FRONT_MATTER.match(source)
    builder = Builder(source)
    reader = _Reader(source, builder, front.end() if front else 0)
    for token in parser.parse(source):
        reader.take(token, lines)
    return builder.document()


class _Reader:
    """Walks block tokens, and finds each inline token's words in the source after the last."""

    def __init__(self, source: str, builder: Builder, after: int) -> None:
        self._source = source
        self._builder = builder
        self._at = after
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._depth = 0
        self._links: list[tuple[int, str]] = []

    def take(self, token: Token, lines: list[int]) -> None:
        if token.map:
            self._at = max(self._at, lines[min(token.map[0], len(lines) - 1)])
        match token.type:
            case "heading_open":
                self._kind, self._level = BlockKind.HEADING, int(token.tag[1])
            case "list_item_open":
                self._depth += 1
            case "list_item_close":
                self._depth -= 1
            case "th_open" | "td_open":
                self._kind = BlockKind.CELL
            case "paragraph_open":
                self._kind = BlockKind.ITEM if self._depth else BlockKind.PARAGRAPH
                self._level = self._depth
            case "inline":
                self._inline(token)
            case "html_block":
                self._html(token.content.rstrip("\n"))
            case "fence" | "code_block":
                self._find(token.content.strip("\n").split("\n")[0])
                self._builder.end_block(BlockKind.FURNITURE)

    def _inline(self, token: Token) -> None:
        for child in token.children or []:
            self._child(child)
        self._builder.end_block(self._kind, self._level)

    def _child(self, child: Token) -> None:
        match child.type:
            case "text" | "code_inline":
                self._find(child.content)
            case "text_special":
                self._find(child.content, written=child.markup)
            case "html_inline":
                self._pass(child.content)
            case "softbreak" | "hardbreak":
                self._find("\n")
            case "link_open":
                self._links.append((self._builder.length, str(child.attrGet("href") or "")))
            case "link_close":
                start, target = self._links.pop()
                self._builder.link(start, target)
                self._skip_link_end()
            case "image":
                for part in child.children or []:
                    self._child(part)
                self._skip_link_end()

    def _find(self, words: str, written: str | None = None) -> None:
        """Put `words` at the next place where the source has them (or how they are written)."""
        wanted = written or words
        place = self._source.find(wanted, self._at) if wanted else -1
        if place < 0:
            return
        self._builder.put(words, place, place + len(wanted))
        self._at = place + len(wanted)

    def _html(self, markup: str) -> None:
        """Take the words of a block of HTML as its own reader does."""
        place = self._source.find(markup, self._at)
        inner = read_html(markup)
        for block in inner.blocks if place >= 0 else ():
            for piece in inner.pieces:
                if block.start <= piece.start < block.end:
                    begin, end = place + piece.source_start, place + piece.source_end
                    self._builder.put(inner.text[piece.start : piece.end], begin, end)
            self._builder.end_block(block.kind, block.level)
        self._pass(markup)

    def _pass(self, markup: str) -> None:
        """Go past markup that is not read, so that nothing is found inside it."""
        place = self._source.find(markup, self._at)
        if place >= 0:
            self._at = place + len(markup)

    def _skip_link_end(self) -> None:
        if found := LINK_END.search(self._source, self._at):
            self._at = found.end()
