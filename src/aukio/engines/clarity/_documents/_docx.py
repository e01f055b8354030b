"""Word texts: body, text boxes and notes in order; headers and footers as furniture.

Deleted and moved-away words of tracked changes, hidden words and field codes are not read;
inserted words are. Text boxes come after the paragraph they are anchored in, notes at the end.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aukio.engines.clarity._documents._document import BlockKind, Document, Place
from aukio.engines.clarity._documents._office import Archive, Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MAIN = "word/document.xml"
FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
GONE = {f"{W}del", f"{W}moveFrom", FALLBACK, f"{W}rPr", f"{W}pPr", f"{W}instrText"}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
DEEPEST_HEADING = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of its paragraphs' kind, from those it is based on too."""

    heading: int = 0
    listed: bool = False


def read_docx(content: bytes) -> Document:
    """A Word document's text with its headings, items, cells, links and places.

    Raises UnusableDocumentError.
    """
    archive = Archive(content, "Word document")
    styles, words = _styles(archive), Words()
    _Part(archive, MAIN, styles, words).read()
    notes = [name for name in NOTES if name in archive.names]
    for name in (*notes, *filter(FURNITURE.fullmatch, sorted(archive.names))):
        _Part(archive, name, styles, words).read()
    return words.document()


class _Part:
    """One XML file of the document."""

    def __init__(
        self, archive: Archive, name: str, styles: Mapping[str, Style], words: Words
    ) -> None:
        self._name = name
        self._root = archive.read(name)
        self._styles = styles
        self._words = words
        self._targets = _targets(archive, name)
        self._paragraphs = {node: at for at, node in enumerate(self._root.iter(f"{W}p"))}
        self._runs = {node: at for at, node in enumerate(self._root.iter(f"{W}r"))}
        self._boxes: list[Any] = []

    def read(self) -> None:
        self._blocks(self._root)

    def _blocks(self, node: Any) -> None:
        for child in node:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag not in GONE and not _is_separator(child):
                self._blocks(child)

    def _paragraph(self, node: Any) -> None:
        begun = self._words.begin()
        self._inline(node, self._paragraphs[node])
        self._words.end(begun, *self._kind(node))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box)

    def _inline(self, node: Any, paragraph: int) -> None:
        for child in node:
            if child.tag in GONE:
                continue
            if child.tag == f"{W}txbxContent":
                self._boxes.append(child)
            elif child.tag == f"{W}r":
                self._run(child, paragraph)
            elif child.tag == f"{W}hyperlink":
                begun = self._words.length
                self._inline(child, paragraph)
                self._words.link(begun, self._targets.get(child.get(R_ID, ""), ""))
            else:
                self._inline(child, paragraph)

    def _run(self, node: Any, paragraph: int) -> None:
        if _is_on(node.find(f"{W}rPr/{W}vanish")):
            return
        offset = 0
        for child in node:
            text = (child.text or "") if child.tag == f"{W}t" else _sign(child)
            if text:
                self._words.put(text, Place(self._name, paragraph, self._runs[node], offset))
                offset += len(text)
            elif child.tag not in GONE:
                self._inline(child, paragraph)

    def _kind(self, node: Any) -> tuple[BlockKind, int]:
        if FURNITURE.fullmatch(self._name):
            return BlockKind.FURNITURE, 0
        properties = node.find(f"{W}pPr")
        style, level, listed = Style(), 0, False
        if properties is not None:
            named = properties.find(f"{W}pStyle")
            style = self._styles.get(_value(named), Style())
            level = _outline(properties)
            listed = properties.find(f"{W}numPr") is not None
        if style.heading or level:
            return BlockKind.HEADING, level or style.heading
        if any(parent.tag == f"{W}tc" for parent in node.iterancestors()):
            return BlockKind.CELL, 0
        if listed or style.listed:
            return BlockKind.ITEM, 1
        return BlockKind.PARAGRAPH, 0


def _sign(node: Any) -> str:
    """What a tag stands for: a tab, a break, a hyphen; nothing for others."""
    return SIGNS.get(node.tag.removeprefix(W), "") if isinstance(node.tag, str) else ""


def _is_on(node: Any | None) -> bool:
    return node is not None and node.get(f"{W}val", "true") not in {"false", "0", "off"}


def _is_separator(node: Any) -> bool:
    """Footnote files hold the line above the notes as notes of their own."""
    return node.get(f"{W}type", "") in {"separator", "continuationSeparator", "continuationNotice"}


def _value(node: Any | None) -> str:
    return "" if node is None else str(node.get(f"{W}val", ""))


def _outline(properties: Any) -> int:
    """A heading's level from 1; 0 for body text."""
    said = _value(properties.find(f"{W}outlineLvl"))
    return int(said) + 1 if said.isdigit() and int(said) < DEEPEST_HEADING else 0


def _targets(archive: Archive, name: str) -> dict[str, str]:
    """Where the links of a part lead, by their id."""
    folder, file = posixpath.split(name)
    root = archive.find(f"{folder}/_rels/{file}.rels")
    return {} if root is None else {one.get("Id"): one.get("Target", "") for one in root}


def _styles(archive: Archive) -> dict[str, Style]:
    root = archive.find("word/styles.xml")
    nodes = {} if root is None else {one.get(f"{W}styleId"): one for one in root.iter(f"{W}style")}
    return {name: _style(list(_chain(node, nodes))) for name, node in nodes.items()}


def _chain(node: Any | None, nodes: Mapping[str, Any]) -> Iterator[Any]:
    """A style and those it is based on; a circle ends at its first repetition."""
    seen: list[Any] = []
    while node is not None and node not in seen:
        seen.append(node)
        yield node
        node = nodes.get(_value(node.find(f"{W}basedOn")))


def _style(chain: list[Any]) -> Style:
    heading, listed = 0, False
    for node in chain:
        name = _value(node.find(f"{W}name"))
        properties = node.find(f"{W}pPr")
        found = HEADING.match(name)
        level = int(found.group(1)) if found else int(name.lower() == "title")
        if properties is not None:
            level = level or _outline(properties)
            listed = listed or properties.find(f"{W}numPr") is not None
        heading = heading or level
        listed = listed or name.lower().startswith("list ")
    return Style(heading, listed and not heading)
