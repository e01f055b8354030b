"""HTML: the words a reader sees, each with its place in the source."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate

from aukio.engines.clarity._documents._document import BlockKind, Builder, Document

HEADINGS = {f"h{level}": level for level in range(1, 7)}
FURNITURE = {"nav", "footer", "aside", "form", "button", "select", "code", "pre", "menu"}
UNSEEN = {"script", "style", "template", "noscript", "svg", "head", "iframe", "object", "del"}
BLOCKS = {
    *HEADINGS,
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "td", "th", "tr", "table", "section"),
    *("article", "main", "header", "blockquote", "figure", "figcaption", "body", "fieldset"),
    *("nav", "footer", "aside", "form", "button", "pre", "address", "caption", "hr", "summary"),
    *("details", "menu", "legend", "label", "option", "select", "html"),
}
ITEMS = {"li", "dt", "dd"}
CELLS = {"td", "th", "caption"}
ROLES = {
    "navigation": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "main": "main",
    "banner": "banner",
}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col", "area", "base"}
MOST_TRIED = 20_000_000  # signs
SPACES = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")


def read_html(source: str) -> Document:
    """Blocks and links of a page; scripts and the head are left out, menus marked furniture."""
    reader = HtmlReader(source)
    reader.feed(source)
    reader.close()
    return reader.document()


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its tag, the part of a page it plays, and its language if it says one."""

    tag: str
    part: str
    language: str


class HtmlReader(HTMLParser):
    """Reads one source once: `feed`, `close`, then `document`.

    What is open is counted as it opens and closes, so that a page in which thousands of elements
    are never closed takes no longer than another.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._lines = [0, *accumulate(len(line) for line in source.split("\n"))]
        self._builder = Builder(source)
        self._elements: list[Element] = []
        self._tags: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()
        self._headings: list[str] = []
        self._languages: list[str] = []
        self._links: list[tuple[int, str]] = []

    def close(self) -> None:
        """Read what is left: it begins with a tag or comment that does not end.

        The parser tries it anew from each `<`. Where that would take minutes, the rest is left
        out, as a browser does with what never ends.
        """
        if self.rawdata.count("<") * len(self.rawdata) > MOST_TRIED:
            self.rawdata = ""
        super().close()

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
            self._begin(_element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._builder.link(*self._links.pop())
        if tag in BLOCKS:
            self._end_block()
        if self._tags[tag]:
            while self._end() != tag:
                pass

    def _begin(self, one: Element) -> None:
        self._elements.append(one)
        self._tags[one.tag] += 1
        self._parts[one.part] += 1
        if one.part in HEADINGS:
            self._headings.append(one.part)
        if one.language:
            self._languages.append(one.language)

    def _end(self) -> str:
        """Close the innermost element and say its tag."""
        one = self._elements.pop()
        self._tags[one.tag] -= 1
        self._parts[one.part] -= 1
        if one.part in HEADINGS:
            self._headings.pop()
        if one.language:
            self._languages.pop()
        return one.tag

    def _is_in(self, parts: Iterable[str]) -> bool:
        """Whether one of the parts is open."""
        return any(self._parts[part] for part in parts)

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
        if not self._is_in(UNSEEN):
            self._builder.put(words, start, end)

    def _space(self, sign: str, start: int, end: int) -> None:
        if not self._builder.ends_with_space() and not self._is_in(UNSEEN):
            self._builder.put(sign, start, end)

    def _here(self, length: int) -> tuple[int, int]:
        line, column = self.getpos()
        begin = self._lines[line - 1] + (line - 1) + column
        return begin, begin + length

    def _end_block(self) -> None:
        self._builder.end_block(*self._kind())

    def _kind(self) -> tuple[BlockKind, int]:
        """What the block that ends here is, and its level."""
        if self._is_in(FURNITURE):
            return BlockKind.FURNITURE, 0
        if self._headings:
            return BlockKind.HEADING, HEADINGS[self._headings[-1]]
        if self._is_in(CELLS):
            return BlockKind.CELL, 0
        if self._is_in(ITEMS):
            return BlockKind.ITEM, self._parts["li"]
        return BlockKind.PARAGRAPH, 0


def _element(tag: str, attributes: Mapping[str, str | None]) -> Element:
    """The part a role gives an element goes before its tag; what is hidden is not seen."""
    part = ROLES.get((attributes.get("role") or "").strip().lower(), tag)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        part = "template"
    return Element(tag, part, (attributes.get("lang") or "").strip().lower())
