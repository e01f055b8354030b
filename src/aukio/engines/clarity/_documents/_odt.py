"""OpenDocument texts: body with text boxes, notes after their paragraph; headers as furniture.

Deleted words of tracked changes and comments are not read. White space is drawn together as the
standard says (ODF 1.3, part 3, section 6.1.2).
"""

from __future__ import annotations

from typing import Any

from aukio.engines.clarity._documents._document import BlockKind, Document, Place
from aukio.engines.clarity._documents._office import Archive, Words

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
GONE = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation"}
LATER = {f"{TEXT}note", f"{DRAW}text-box"}
FURNITURE = (f"{STYLE}header", f"{STYLE}footer")
MOST_SPACES = 1000


def read_odt(content: bytes) -> Document:
    """An OpenDocument text with its headings, items, cells, links and places.

    Raises UnusableDocumentError.
    """
    archive, words = Archive(content, "OpenDocument text"), Words()
    root = archive.read("content.xml")
    _Part("content.xml", root, words).read(root)
    styles = archive.find("styles.xml")
    if styles is not None:
        part = _Part("styles.xml", styles, words)
        for node in styles.iter(*FURNITURE):
            part.read(node)
    return words.document()


class _Part:
    """One XML file of the document."""

    def __init__(self, name: str, root: Any, words: Words) -> None:
        self._name = name
        self._words = words
        self._paragraphs = {node: at for at, node in enumerate(root.iter(*PARAGRAPHS))}
        self._texts = _text_nodes(root)
        self._later: list[Any] = []
        self._spaced = True

    def read(self, node: Any) -> None:
        for child in node:
            if child.tag in PARAGRAPHS:
                self._paragraph(child)
            elif isinstance(child.tag, str) and child.tag not in GONE:
                self.read(child)

    def _paragraph(self, node: Any) -> None:
        begun, self._spaced = self._words.begin(), True
        self._inline(node, self._paragraphs[node])
        self._words.end(begun, *self._kind(node))
        later, self._later = self._later, []
        for one in later:
            self.read(one)

    def _inline(self, node: Any, paragraph: int) -> None:
        self._put(node.text, (node, "text"), paragraph)
        for child in node:
            self._child(child, paragraph)
            self._put(child.tail, (child, "tail"), paragraph)

    def _child(self, child: Any, paragraph: int) -> None:
        if not isinstance(child.tag, str) or child.tag in GONE:
            return
        if child.tag in LATER:
            self._later.append(child)
        elif child.tag == f"{TEXT}s":
            self._sign(" " * min(int(child.get(f"{TEXT}c", "1") or 1), MOST_SPACES))
        elif child.tag in {f"{TEXT}tab", f"{TEXT}line-break"}:
            self._sign("\t" if child.tag == f"{TEXT}tab" else "\n")
        elif child.tag == f"{TEXT}a":
            begun = self._words.length
            self._inline(child, paragraph)
            self._words.link(begun, child.get(HREF, ""))
        else:
            self._inline(child, paragraph)

    def _sign(self, sign: str) -> None:
        self._words.put(sign)
        self._spaced = sign == "\n"

    def _put(self, text: str | None, node: tuple[Any, str], paragraph: int) -> None:
        """Add a text node; of white space only the first sign is kept, as a space."""
        begun = 0
        for at, sign in enumerate(text or ""):
            if sign not in " \t\r\n":
                self._spaced = False
                continue
            self._piece(text or "", begun, at, node, paragraph)
            begun = at + 1
            if not self._spaced:
                self._words.put(" ", Place(self._name, paragraph, self._texts[node], at))
                self._spaced = True
        self._piece(text or "", begun, len(text or ""), node, paragraph)

    def _piece(
        self, text: str, start: int, end: int, node: tuple[Any, str], paragraph: int
    ) -> None:
        place = Place(self._name, paragraph, self._texts.get(node, 0), start)
        self._words.put(text[start:end], place)

    def _kind(self, node: Any) -> tuple[BlockKind, int]:
        above = {parent.tag for parent in node.iterancestors()}
        if above & set(FURNITURE):
            return BlockKind.FURNITURE, 0
        if node.tag == f"{TEXT}h":
            level = node.get(f"{TEXT}outline-level", "1")
            return BlockKind.HEADING, int(level) if level.isdigit() else 1
        if f"{TABLE}table-cell" in above:
            return BlockKind.CELL, 0
        if f"{TEXT}list-item" in above:
            depth = sum(parent.tag == f"{TEXT}list-item" for parent in node.iterancestors())
            return BlockKind.ITEM, depth
        return BlockKind.PARAGRAPH, 0


def _text_nodes(root: Any) -> dict[tuple[Any, str], int]:
    """Every text node with its number in XPath `//text()`."""
    from lxml import etree

    found: dict[tuple[Any, str], int] = {}
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and node.text:
            found[node, "text"] = len(found)
        elif event != "start" and node is not root and node.tail:
            found[node, "tail"] = len(found)
    return found
