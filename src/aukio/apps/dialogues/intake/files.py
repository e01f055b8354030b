"""A file of any known kind to a reading. The kind is told by the content, not by the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.docx import read_docx
from aukio.apps.dialogues.intake.odt import read_odt
from aukio.apps.dialogues.intake.package import Package, open_package
from aukio.apps.dialogues.intake.pdf import read_pdf
from aukio.apps.dialogues.intake.plain import decode
from aukio.apps.dialogues.intake.reading import Reading, assemble, digest, lines
from aukio.apps.dialogues.models import SourceKind

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 20 * MEGABYTE

# First bytes of files that people add by mistake, and the words for them.
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK"
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024


def read_file(name: str, content: bytes) -> Reading:
    """Read a text file, a Word document, an OpenDocument text or the text of a PDF file.

    Raises ``InputFault`` with what is wrong, where, and how to mend it.
    """
    check_size(name, content)
    if content.startswith(_OLD_OFFICE):
        raise InputFault(
            _("This is an old Word file, or one locked with a password."),
            place=Place(file=name),
            mend=_("Open it, remove the password, save it as .docx and add that file."),
        )
    if content.startswith(_ZIP):
        return _read_package(name, content)
    if content[:_HEAD].lstrip().startswith(_PDF):
        pages = read_pdf(name, content)
        return _with_text(assemble(pages, name=name, kind=SourceKind.PDF, content=content))
    if name.lower().endswith((".docx", ".odt")):
        raise InputFault(
            _("The document is broken: it cannot be opened."),
            place=Place(file=name),
            mend=_("Open it in a word processor, save it again and add that file."),
        )
    text = decode(content, name=name)
    return Reading(name, SourceKind.TXT, digest(content), storable(text, name), lines(text))


def read_paste(text: str, *, name: str = "") -> Reading:
    """Read pasted text: each line that is not blank is a note. Raises ``InputFault``."""
    if not text.strip():
        raise InputFault(_("Nothing was pasted."), mend=_("Paste the text of the record."))
    content = storable(text, name).encode("utf-8")
    check_size(name, content)
    return Reading(name, SourceKind.PASTE, digest(content), text, lines(text))


def check_size(name: str, content: bytes) -> None:
    """Raise for a file that is empty or too large to be a record."""
    place = Place(file=name)
    if not content.strip():
        raise InputFault(
            _("The file is empty."), place=place, mend=_("Choose a file with text in it.")
        )
    if len(content) > MOST_BYTES:
        raise too_large(name, len(content))


def too_large(name: str, size: int) -> InputFault:
    """The file is larger than a record or a table of notes can be."""
    return InputFault(
        _("The file is too large: %(size)d MB.") % {"size": size // MEGABYTE},
        place=Place(file=name),
        mend=_("Divide it into files of at most %(limit)d MB.") % {"limit": MOST_BYTES // MEGABYTE},
    )


def storable(text: str, name: str) -> str:
    """The text itself; raises when it holds what no database keeps as text."""
    if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise InputFault(
            _("It holds characters that are not text."),
            place=Place(file=name),
            mend=_("Save it again as plain text with the encoding UTF-8."),
        )
    return text


def _read_package(name: str, content: bytes) -> Reading:
    package = open_package(content, name=name)
    kind, read = _reader(package)
    blocks = read(package)
    return _with_text(assemble(blocks, name=name, kind=kind, content=content))


def _with_text(found: Reading) -> Reading:
    """The reading itself; raises when there are no words in it."""
    if not found.spans:
        raise InputFault(
            _("There is no text in the document."),
            place=Place(file=found.name),
            mend=_("Choose a document with text; pictures of text cannot be read."),
        )
    storable(found.text, found.name)
    return found


def _reader(package: Package) -> tuple[SourceKind, Callable[[Package], list[str]]]:
    if package.is_opendocument_text:
        return SourceKind.ODT, read_odt
    if package.is_word_document:
        return SourceKind.DOCX, read_docx
    raise InputFault(
        _("This is not a kind of file that records are read from."),
        place=Place(file=package.name),
        mend=_("Use .docx, .odt, .pdf, .txt or .csv."),
    )
