"""Documents in: text, Markdown, HTML, docx, odt and PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aukio.engines.clarity._documents._document import (
    Block,
    BlockKind,
    Document,
    Link,
    Place,
    UnusableDocumentError,
)
from aukio.engines.clarity._documents._html import read_html
from aukio.engines.clarity._documents._plain import read_plain

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Link",
    "Place",
    "UnusableDocumentError",
    "open_document",
    "read_document",
]

LARGEST = 30_000_000
TEXT_ENDINGS = {".txt", ".text", "", ".md", ".markdown", ".html", ".htm", ".xhtml"}


def open_document(path: Path) -> Document:
    """Read a file; its kind is told by its name's ending.

    Raises UnusableDocumentError when it is missing, too large, or of an unknown kind.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnusableDocumentError("The file is larger than 30 MB.")
        content = path.read_bytes()
    except OSError as error:
        raise UnusableDocumentError("The file cannot be opened.", str(error)) from error
    return read_document(content, path.suffix.lower())


def read_document(content: bytes | str, ending: str = ".txt") -> Document:
    """Read a document of the kind that a file name's `ending` tells (".docx", ".md", …).

    Raises UnusableDocumentError when the content is not of that kind or holds no words.
    """
    if ending in TEXT_ENDINGS:
        source = content if isinstance(content, str) else _decode(content)
        document = _text_reader(ending)(source)
    elif isinstance(content, bytes) and ending in {".docx", ".odt", ".pdf"}:
        document = _binary_reader(ending)(content)
    else:
        raise UnusableDocumentError(f"Files of the kind {ending!r} cannot be checked.")
    if not any(sign.isalpha() for sign in document.text):
        raise UnusableDocumentError("The document has no words to check.")
    return document


def _decode(content: bytes) -> str:
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnusableDocumentError("The file is not text.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _text_reader(ending: str) -> Callable[[str], Document]:
    if ending in {".md", ".markdown"}:
        from aukio.engines.clarity._documents._markdown import read_markdown

        return read_markdown
    return read_html if ending in {".html", ".htm", ".xhtml"} else read_plain


def _binary_reader(ending: str) -> Callable[[bytes], Document]:
    if ending == ".pdf":
        from aukio.engines.clarity._documents._pdf import read_pdf

        return read_pdf
    if ending == ".docx":
        from aukio.engines.clarity._documents._docx import read_docx

        return read_docx
    from aukio.engines.clarity._documents._odt import read_odt

    return read_odt
