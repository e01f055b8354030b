"""Word and OpenDocument files made from XML, as their programs write them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from lxml import etree

W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAME}}}"
SPACES = (
    f'xmlns:w="{W_NAME}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def run(words: str, properties: str = "") -> str:
    """A run of Word with its words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def word_file(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file whose body, and other parts by name, are the XML given."""
    made, content = BytesIO(), BytesIO()
    docx.Document().save(made)
    given = {"word/document.xml": f"<w:body>{body}</w:body>", **(parts or {})}
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            if name not in given:
                new.writestr(name, old.read(name))
        for name, inner in given.items():
            whole = (
                inner if name.endswith(".rels") else f"<w:document {SPACES}>{inner}</w:document>"
            )
            new.writestr(name, whole)
    return content.getvalue()


def odt_file(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body, and these styles if given."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", f"<office:document {ODF}>{body}</office:document>")
        if styles:
            archive.writestr("styles.xml", f"<office:styles {ODF}>{styles}</office:styles>")
    return content.getvalue()


def root_of(content: bytes, part: str) -> Any:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(part))


def run_text(node: Any) -> str:
    """The words of a `w:r` as its places count them."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011"}
    return "".join(one.text or "" if one.tag == f"{W}t" else signs.get(one.tag, "") for one in node)
