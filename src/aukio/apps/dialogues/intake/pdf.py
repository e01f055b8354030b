"""PDF files: the text that is in them as text, page by page. Pictures of text are not read."""

from __future__ import annotations

import io
import logging

from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from aukio.apps.dialogues.faults import InputFault, Place

MOST_PAGES = 500
MOST_SIGNS = 5_000_000
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told to the person


def read_pdf(name: str, content: bytes) -> list[str]:
    """The lines of every page, in order. Raises ``InputFault``."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        if len(reader.pages) > MOST_PAGES:
            raise _too_long(name)
        return _lines(reader, name)
    except InputFault:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise _broken(name) from error
    except (RecursionError, OSError, ArithmeticError, NotImplementedError, AssertionError) as error:
        raise _broken(name) from error


def _lines(reader: PdfReader, name: str) -> list[str]:
    lines: list[str] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text().replace("\x00", "")
        size += len(text)
        if size > MOST_SIGNS:
            raise _too_long(name)
        lines.extend(text.splitlines())
    return lines


def _broken(name: str) -> InputFault:
    return InputFault(
        _("The PDF file is broken: it cannot be opened."),
        place=Place(file=name),
        mend=_("Save the record as .docx, .odt or .txt and add that file."),
    )


def _locked(name: str) -> InputFault:
    return InputFault(
        _("The PDF file is locked with a password."),
        place=Place(file=name),
        mend=_("Save it without the password and add that file."),
    )


def _too_long(name: str) -> InputFault:
    return InputFault(
        _("The PDF file is far longer than a record can be."),
        place=Place(file=name),
        mend=_("Divide it into files of at most %(limit)d pages.") % {"limit": MOST_PAGES},
    )
