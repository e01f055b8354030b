"""A text somebody gave, read into a document; and which language it is in.

Nothing here loads a language model: the web process reads and guesses by itself.
"""

from __future__ import annotations

import logging
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from aukio.apps.wording.bounds import MEBIBYTE, MOST_BYTES, MOST_SIGNS, MOST_UNPACKED
from aukio.engines.clarity import LANGUAGES, Document, UnusableDocumentError, read_document
from aukio.engines.text import stopwords
from aukio.shared.faults import Fault

log = logging.getLogger(__name__)
PACKED = {".docx", ".odt"}
TEXTS = {".txt", ".md", ".html"}
ENDINGS = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html"} | {
    ending: ending for ending in (*TEXTS, *PACKED, ".pdf")
}
WORD = re.compile(r"[^\W\d_]+")
SAMPLE_SIGNS = 20_000
MOST_BYTES_A_SIGN = 4
"""In UTF-8: a text with more bytes than this allows is too long without being read."""
LETTERS = re.compile(r"[a-zåäöéšž]+")
OURS = 0.95
FEW_WORDS = 25
FUNCTION_WORDS = {"fi": 0.05, "sv": 0.2, "en": 0.2}
"""At least this share of the words of a text are function words; Finnish needs few of them."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: the file's own bytes, or a pasted text as UTF-8."""

    content: bytes
    ending: str = ".txt"
    name: str = ""

    @property
    def is_text(self) -> bool:
        """Whether places in the document are places in the text as it was given."""
        return self.ending in TEXTS


def pasted(text: str, ending: str = ".txt") -> Given:
    """A pasted text; line ends as browsers send them become plain ones."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    known = ending if ending in TEXTS else ".txt"
    return Given(plain.encode("utf-8", "replace"), known)


def uploaded(name: str, content: bytes) -> Given:
    """A file. Raises ``Fault`` when it is empty, too large or of a kind that is not read."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1][:200]
    dot = name.rfind(".")
    ending = ENDINGS.get(name[dot:].lower()) if dot >= 0 else None
    if not content:
        raise Fault(_("The file is empty."), where=name, mend=_("Choose a file with content."))
    if len(content) > MOST_BYTES:
        raise too_large(name, len(content))
    if ending is None:
        raise Fault(
            _("Files of this kind cannot be checked."),
            where=name,
            mend=_("Use text, Markdown, HTML, Word (.docx), OpenDocument (.odt) or PDF."),
        )
    if ending in PACKED:
        _refuse_swelling(name, content)
    return Given(content, ending, name)


def too_large(name: str, size: int) -> Fault:
    """The fault of a file that is larger than is taken in."""
    return Fault(
        _("The file is too large: %(size)d MB.") % {"size": size // MEBIBYTE},
        where=name,
        mend=_("The most is %(limit)d MB. Leave pictures out, or check the text in parts.")
        % {"limit": MOST_BYTES // MEBIBYTE},
    )


def read(given: Given) -> Document:
    """The document. Raises ``Fault`` when it holds no words, is too long or cannot be read."""
    if given.is_text and len(given.content) > MOST_BYTES_A_SIGN * MOST_SIGNS:
        raise _too_long(given, len(given.content.decode("utf-8", "replace")))
    try:
        document = read_document(given.content, given.ending)
    except UnusableDocumentError as error:
        raise _unusable(given, error) from error
    except Exception as error:  # parsers of others' files fail in many ways; none is the person's
        log.warning("A %s file could not be read: %s", given.ending, type(error).__name__)
        raise _unusable(given, error) from error
    if (size := len(document.source)) > MOST_SIGNS:
        raise _too_long(given, size)
    return document


def language_of(text: str, *, otherwise: str = "fi") -> str:
    """Finnish, Swedish or English, by the function words.

    A line or two without any is taken to be in ``otherwise``. Raises ``Fault`` for a longer
    text in some other language, and for letters that none of the three uses.
    """
    words = [found.casefold() for found in WORD.findall(text[:SAMPLE_SIGNS])]
    is_ours = sum(bool(LETTERS.fullmatch(word)) for word in words) >= OURS * len(words)
    known = {one: sum(word in stopwords(one) for word in words) for one in LANGUAGES}
    best = max(LANGUAGES, key=lambda one: known[one])
    if is_ours and known[best] and known[best] >= FUNCTION_WORDS[best] * len(words):
        return best
    if is_ours and len(words) <= FEW_WORDS:
        return otherwise
    raise Fault(
        _("The language of the text was not recognised."),
        mend=_("Choose Finnish, Swedish or English. Other languages cannot be checked."),
    )


def _refuse_swelling(name: str, content: bytes) -> None:
    """A small packed file must not unpack into a huge one."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _unusable(Given(content, ".docx", name), error) from error
    if size > MOST_UNPACKED:
        raise Fault(
            _("The file would unpack to %(size)d MB, so it was not opened.")
            % {"size": size // MEBIBYTE},
            where=name,
            mend=_("Copy the text and paste it."),
        )


def _too_long(given: Given, size: int) -> Fault:
    return Fault(
        _("The text is too long: %(count)s characters.")
        % {"count": number_format(size, force_grouping=True)},
        where=given.name,
        mend=_("The most is %(limit)s characters. Check it in parts.")
        % {"limit": number_format(MOST_SIGNS, force_grouping=True)},
    )


def _unusable(given: Given, error: Exception) -> Fault:
    log.info("Not readable (%s): %s", given.ending, getattr(error, "detail", "") or error)
    if given.ending == ".pdf":
        return Fault(
            _("No text could be read from the PDF."),
            where=given.name,
            mend=_("It may be broken, locked or made of pictures. Use the original document."),
        )
    if given.name:
        return Fault(
            _("No text could be read from the file."),
            where=given.name,
            mend=_("Open it in the program it was made with and save it again, or paste the text."),
        )
    return Fault(_("There are no words to check."), mend=_("Write or paste a text."))
