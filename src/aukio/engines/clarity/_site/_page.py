"""A web page as its reader meets it: the main content, its language, and where it leads.

What is main is told by structure: `main` (or `role=main`) where a page has one with words in it;
else all but menus, banners, side bars, forms and footers. Words marked as of another language
than the page are not judged by the page's rules.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aukio.engines.clarity._documents import Block, BlockKind, Document
from aukio.engines.clarity._documents._html import HtmlReader

FEWEST_MAIN_WORDS = 20
MOST_REPEATED = 0.5
FEWEST_PAGES = 4
ROBOTS = re.compile(r"\b(noindex|nofollow|none)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page read; `language` is what its `lang` says, without region, empty when nothing.

    `links` are as written, in order; `base` is what they are relative to if the page says so.
    """

    document: Document
    title: str
    language: str
    links: tuple[str, ...]
    base: str = ""
    may_list: bool = True
    may_follow: bool = True


def read_page(source: str) -> Page:
    """Read the HTML of one page; everything but its main content becomes furniture."""
    reader = _PageReader(source)
    reader.feed(source)
    reader.close()
    return reader.page()


def leave_out_repeated(documents: Sequence[Document]) -> list[Document]:
    """The same documents without what stands alike on more than half of them.

    Banners and notices outside any landmark are told by their repetition; a site of fewer than
    four pages is too small to tell.
    """
    if len(documents) < FEWEST_PAGES:
        return list(documents)
    counts = Counter(said for one in documents for said in {_said(one, b) for b in one.blocks})
    often = {said for said, count in counts.items() if count > MOST_REPEATED * len(documents)}
    return [_without(one, often) for one in documents]


class _PageReader(HtmlReader):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._in_main: list[bool] = []
        self._title: list[str] = []
        self._hrefs: list[str] = []
        self._language = ""
        self._base = ""
        self._robots: set[str] = set()

    def page(self) -> Page:
        return Page(
            document=self.document(),
            title=" ".join("".join(self._title).split()),
            language=self._language,
            links=tuple(self._hrefs),
            base=self._base,
            may_list=not self._robots & {"noindex", "none"},
            may_follow=not self._robots & {"nofollow", "none"},
        )

    def document(self) -> Document:
        read = super().document()
        words = sum(
            len(read.text[block.start : block.end].split())
            for block, is_main in zip(read.blocks, self._in_main, strict=True)
            if is_main and block.kind is not BlockKind.FURNITURE
        )
        if words < FEWEST_MAIN_WORDS:
            return read
        pairs = zip(read.blocks, self._in_main, strict=True)
        return replace(read, blocks=tuple(b if main else _furniture(b) for b, main in pairs))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self._language = re.split(r"[-_]", given.get("lang", ""))[0].strip().lower()
        elif tag == "base":
            self._base = self._base or given.get("href", "")
        elif tag == "meta" and given.get("name", "").lower() == "robots":
            self._robots |= {one.lower() for one in ROBOTS.findall(given.get("content", ""))}
        elif tag == "a" and "nofollow" not in given.get("rel", "").lower() and given.get("href"):
            self._hrefs.append(given["href"])
        super().handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._add_title(data)
        super().handle_data(data)

    def _reference(self, written: str) -> None:
        self._add_title(html.unescape(written))
        super()._reference(written)

    def _add_title(self, words: str) -> None:
        inside = self._elements[-1].part if self._elements else ""
        if inside == "title" and not self._is_in({"svg"}):
            self._title.append(words)

    def _end_block(self) -> None:
        before = self._builder.block_count
        super()._end_block()
        if self._builder.block_count > before:
            self._in_main.append(self._is_in({"main"}))

    def _kind(self) -> tuple[BlockKind, int]:
        """Other languages and the banner of the whole page are furniture too."""
        said = self._languages[-1] if self._languages else ""
        other = bool(self._language and said) and re.split(r"[-_]", said)[0] != self._language
        if other or self._is_in({"banner"}) or self._is_page_header():
            return BlockKind.FURNITURE, 0
        return super()._kind()

    def _is_page_header(self) -> bool:
        return self._is_in({"header"}) and not self._is_in({"main", "article", "section"})


def _said(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _furniture(block: Block) -> Block:
    return replace(block, kind=BlockKind.FURNITURE, level=0)


def _without(document: Document, often: set[str]) -> Document:
    blocks = (_furniture(b) if _said(document, b) in often else b for b in document.blocks)
    return replace(document, blocks=tuple(blocks))
