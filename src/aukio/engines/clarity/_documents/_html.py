"""HTML: the words a reader sees, each with its place in the source."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from itertools import accumulate

from aukio.engines.clarity._documents._document import BlockKind, Builder, Document

HEADINGS = {f"h{level}": level for level in range(1, 7)}
FURNITURE = {"nav", "footer", "aside", "form", "button", "select", "code", "pre", "menu"}
UNSEEN = {"script", "style", "template", "noscript", "svg", "head", "iframe", "object"}
BLOCKS = {
    *HEADINGS,
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "td", "th", "tr", "table", "section"),
    *("article", "main", "header", "blockquote", "figure", "figcaption", "body", "fieldset"),
    *("nav", "footer", "aside", "form", "button", "pre", "address", "caption", "hr", "summary"),
    *("details", "menu", "legend", "label", "option", "select", "html"),
}
ITEMS = {"li", "dt", "dd"}
CELLS = {"td", "th", "caption"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "base"}
SPACES = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")


def read_html(source: str) -> Document:
    """Blocks and links of a page; scripts and the head are left out, menus marked furniture."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return reader.document()


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._lines = [0, *accumulate(len(line) for line in source.split("\n"))]
        self._builder = Builder(source)
        self._open: list[str] = []
        self._links: list[tuple[int, str]] = []

    def document(self) -> Document:
        self._end_block()
        return self._builder.document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end_block()
        if tag == "br":
            self._space("\n", *self._here(len(self.get_starttag_text() or "")))
        if tag == "a":
            self._links.append((self._builder.length, dict(attrs).get("href") or ""))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._builder.link(*self._links.pop())
        if tag in BLOCKS:
            self._end_block()
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        begin, _ = self._here(0)
        for found in SPACES.finditer(data):
            start, end = begin + found.start(), begin + found.end()
            if found.group().isspace() and found.group() != "\xa0":
                self._space(" ", start, end)
            else:
                self._word(found.group(), start, end)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        start, end = self._here(len(written))
        if self._source[end - 1 : end] != ";":
            end -= 1
        self._word(html.unescape(written), start, end)

    def _word(self, words: str, start: int, end: int) -> None:
        if not UNSEEN & set(self._open):
            self._builder.put(words, start, end)

    def _space(self, sign: str, start: int, end: int) -> None:
        if not self._builder.ends_with_space() and not UNSEEN & set(self._open):
            self._builder.put(sign, start, end)

    def _here(self, length: int) -> tuple[int, int]:
        line, column = self.getpos()
        begin = self._lines[line - 1] + (line - 1) + column
        return begin, begin + length

    def _end_block(self) -> None:
        inside = set(self._open)
        heading = next((tag for tag in reversed(self._open) if tag in HEADINGS), None)
        if inside & FURNITURE:
            self._builder.end_block(BlockKind.FURNITURE)
        elif heading:
            self._builder.end_block(BlockKind.HEADING, HEADINGS[heading])
        elif inside & CELLS:
            self._builder.end_block(BlockKind.CELL)
        elif inside & ITEMS:
            self._builder.end_block(BlockKind.ITEM, sum(tag == "li" for tag in self._open))
        else:
            self._builder.end_block(BlockKind.PARAGRAPH)
