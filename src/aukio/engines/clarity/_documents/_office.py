"""Word and OpenDocument texts: their paragraphs, one after another, as the source."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from aukio.engines.clarity._documents._document import (
    Block,
    BlockKind,
    Document,
    UnusableDocumentError,
)

ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ODF_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
LARGEST_CONTENT = 100_000_000

Paragraph = tuple[str, BlockKind, int]


def read_docx(content: bytes) -> Document:
    """A Word document's paragraphs and table cells in order."""
    import docx

    try:
        opened = docx.Document(BytesIO(content))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnusableDocumentError(
            "The file is not a readable Word document.", str(error)
        ) from error
    return _join(_docx_paragraphs(opened))


def read_odt(content: bytes) -> Document:
    """An OpenDocument text's paragraphs, items and table cells in order."""
    from lxml import etree

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if archive.getinfo("content.xml").file_size > LARGEST_CONTENT:
                raise UnusableDocumentError("The document is too large to check.")
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(archive.read("content.xml"), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise UnusableDocumentError(
            "The file is not a readable OpenDocument text.", str(error)
        ) from error
    return _join(_odt_paragraphs(root))


def _join(paragraphs: Iterator[Paragraph]) -> Document:
    text, blocks = "", []
    for words, kind, level in paragraphs:
        if text:
            text += "\n\n"
        start = len(text)
        text += words
        if words.strip():
            blocks.append(Block(kind, start, len(text), level))
    return Document(text=text, source=text, blocks=tuple(blocks))


def _docx_paragraphs(opened: Any) -> Iterator[Paragraph]:
    from docx.table import Table

    for item in opened.iter_inner_content():
        if isinstance(item, Table):
            seen: set[int] = set()
            for cell in (cell for row in item.rows for cell in row.cells):
                if id(cell._tc) not in seen:
                    seen.add(id(cell._tc))
                    yield from ((one.text, BlockKind.CELL, 0) for one in cell.paragraphs)
        else:
            yield item.text, *_docx_kind(item)


def _docx_kind(paragraph: Any) -> tuple[BlockKind, int]:
    style = paragraph.style.name if paragraph.style is not None else ""
    properties = paragraph._p.pPr
    if style == "Title":
        return BlockKind.HEADING, 1
    if style.startswith("Heading"):
        level = style.removeprefix("Heading").strip()
        return BlockKind.HEADING, int(level) if level.isdigit() else 1
    numbered = properties is not None and properties.numPr is not None
    if numbered or style.startswith("List"):
        return BlockKind.ITEM, 1
    return BlockKind.PARAGRAPH, 0


def _odt_paragraphs(root: Any) -> Iterator[Paragraph]:
    for node in root.iter(f"{ODF_TEXT}h", f"{ODF_TEXT}p"):
        if node.tag == f"{ODF_TEXT}h":
            level = int(node.get(f"{ODF_TEXT}outline-level", "1"))
            yield _odt_text(node), BlockKind.HEADING, level
            continue
        above = {parent.tag for parent in node.iterancestors()}
        if f"{ODF_TABLE}table-cell" in above:
            yield _odt_text(node), BlockKind.CELL, 0
        elif f"{ODF_TEXT}list-item" in above:
            yield _odt_text(node), BlockKind.ITEM, 1
        else:
            yield _odt_text(node), BlockKind.PARAGRAPH, 0


def _odt_text(node: Any) -> str:
    parts = [node.text or ""]
    for child in node:
        if child.tag == f"{ODF_TEXT}s":
            parts.append(" " * int(child.get(f"{ODF_TEXT}c", "1")))
        elif child.tag == f"{ODF_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{ODF_TEXT}line-break":
            parts.append("\n")
        elif child.tag not in {f"{ODF_TEXT}note", f"{ODF_TEXT}p", f"{ODF_TEXT}h"} and isinstance(
            child.tag, str
        ):
            parts.append(_odt_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
