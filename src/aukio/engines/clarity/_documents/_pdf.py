"""PDF: its text page by page, as the source; blocks by layout are guessed from lines."""

from __future__ import annotations

import logging
from io import BytesIO

from aukio.engines.clarity._documents._document import Document, UnusableDocumentError
from aukio.engines.clarity._documents._plain import plain_blocks

UNREADABLE = "The file is not a readable PDF."
NO_TEXT = "The PDF has no text to check: its pages are pictures. Use the original document."
LOCKED = "The PDF is locked with a password."


def read_pdf(content: bytes) -> Document:
    """The text of every page, pages parted by an empty line.

    Raises UnusableDocumentError for a broken or locked file and for one without text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told once, by us
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnusableDocumentError(LOCKED)
        pages = [page.extract_text().strip() for page in reader.pages]
    except (PyPdfError, OSError, KeyError, ValueError) as error:
        if isinstance(error, UnusableDocumentError):
            raise
        raise UnusableDocumentError(UNREADABLE, str(error)) from error
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise UnusableDocumentError(NO_TEXT)
    return Document(text=text, source=text, blocks=tuple(plain_blocks(text)))
