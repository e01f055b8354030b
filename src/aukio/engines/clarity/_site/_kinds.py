"""What an answer holds: which kinds are texts, and their characters."""

from __future__ import annotations

from aukio.engines.clarity._documents import Document, read_document
from aukio.engines.clarity._site._fetch import Fetched

HTML = {"text/html", "application/xhtml+xml"}
OTHER = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}


def is_html(kind: str) -> bool:
    return kind in HTML


def is_other_text(kind: str) -> bool:
    return kind in OTHER


def words_of(found: Fetched) -> str:
    """The characters of a page: by its header, else by what it says itself, else UTF-8.

    An unknown charset name counts as none; bytes that do not fit are replaced, and so are NUL
    (as HTML says) and halves of a pair, which cannot be stored.
    """
    words = _decoded(found).replace("\0", "\ufffd")
    return words.encode("utf-8", "replace").decode("utf-8")


def _decoded(found: Fetched) -> str:
    from bs4.dammit import EncodingDetector

    said = EncodingDetector.find_declared_encoding(found.content, is_html=True)
    for charset in (found.charset, said, "utf-8"):
        try:
            return found.content.decode(charset or "")
        except (LookupError, ValueError):
            continue
    return found.content.decode("cp1252", errors="replace")


def document_of(kind: str, content: bytes | str) -> Document:
    """A text that is no web page, as a document. Raises UnusableDocumentError."""
    return read_document(content, OTHER[kind])
