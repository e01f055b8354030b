"""A document that is a zip file, opened with care: it may be broken, or a bomb."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Final
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_external_ges, feature_namespaces

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml import sax as safe_sax
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place

MOST_ENTRIES: Final = 2_000
MOST_UNPACKED: Final = 200_000_000  # bytes, all entries together
MOST_PART: Final = 40_000_000  # bytes of one part that is read
MOST_RATIO: Final = 200  # unpacked to packed; ordinary documents have 3 to 30
SMALL: Final = 2_000_000  # below this a high ratio does no harm
DEEPEST: Final = 200  # elements inside one another

OPENDOCUMENT_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_MAIN: Final = re.compile(
    rb'Type="[^"]*/officeDocument"[^>]*?Target="/?([^"]+)"'
    rb'|Target="/?([^"]+)"[^>]*?Type="[^"]*/officeDocument"'
)


@dataclass(frozen=True)
class Package:
    """Parts of a document by name; each is read whole, within limits."""

    name: str
    file: zipfile.ZipFile

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.file.namelist())

    @cached_property
    def is_opendocument_text(self) -> bool:
        return (
            "content.xml" in self.parts
            and "mimetype" in self.parts
            and self.part("mimetype").strip().startswith(OPENDOCUMENT_TEXT)
        )

    @cached_property
    def main_part(self) -> str:
        """The part that holds a Word document's text; its name may be any."""
        if "_rels/.rels" in self.parts:
            found = _MAIN.search(self.part("_rels/.rels"))
            if found:
                return (found[1] or found[2]).decode("utf-8", "replace")
        return "word/document.xml"

    @cached_property
    def is_word_document(self) -> bool:
        return self.main_part.startswith("word/") and self.main_part in self.parts

    def part(self, part: str) -> bytes:
        """The part's bytes. Raises ``InputFault`` when broken, locked or too large."""
        try:
            with self.file.open(part) as opened:
                content = opened.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise broken(self.name, part) from error
        except (NotImplementedError, ValueError, KeyError) as error:
            raise broken(self.name, part) from error
        if len(content) > MOST_PART:
            raise bomb(self.name)
        return content

    def read(self, part: str, handler: ContentHandler) -> None:
        """Feed a part's XML to the handler. Entities and other traps are refused."""
        parser = safe_sax.make_parser()
        parser.forbid_dtd = True
        parser.setFeature(feature_namespaces, True)
        parser.setFeature(feature_external_ges, False)
        parser.setContentHandler(handler)
        try:
            parser.parse(BytesIO(self.part(part)))
        except (SAXException, DefusedXmlException, UnicodeError, ValueError) as error:
            raise broken(self.name, part) from error


def open_package(content: bytes, *, name: str) -> Package:
    """Open a document after checking what it would unpack to. Raises ``InputFault``."""
    try:
        file = zipfile.ZipFile(BytesIO(content))
        entries = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError) as error:
        raise broken(name) from error
    except (NotImplementedError, OverflowError, UnicodeError) as error:
        raise broken(name) from error
    unpacked = sum(entry.file_size for entry in entries)
    too_dense = unpacked > SMALL and unpacked > MOST_RATIO * len(content)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or too_dense:
        raise bomb(name)
    return Package(name, file)


def broken(name: str, part: str = "") -> InputFault:
    """The document cannot be opened."""
    return InputFault(
        _("The document is broken: it cannot be opened."),
        place=Place(file=name, cell=part),
        mend=_("Open it in a word processor, save it again and add that file."),
    )


def bomb(name: str) -> InputFault:
    """The document would unpack to far more than a record holds."""
    return InputFault(
        _("The document unpacks to far more than a record can hold; it was not opened."),
        place=Place(file=name),
        mend=_("Copy its text to a new document and add that file."),
    )


class Paragraphs(ContentHandler):
    """Gathers paragraphs; one inside another (a text box, a footnote) becomes its own.

    Subclasses say with ``paragraph``, ``skipped`` and ``mark`` what the elements mean.
    """

    namespace = ""
    paragraph: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._open: list[list[str]] = []
        self._skipping = 0
        self._depth = 0

    def startElementNS(self, name, qname, attrs) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        self._depth += 1
        if self._depth > DEEPEST:
            raise ValueError("elements too deep inside one another")
        space, local = name
        if self._skipping or local in self.skipped:
            self._skipping += 1
        elif local in self.paragraph and space == self.namespace:
            self._open.append([])
        else:
            self.begin(space, local, attrs)

    def endElementNS(self, name, qname) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        self._depth -= 1
        space, local = name
        if self._skipping:
            self._skipping -= 1
        elif local in self.paragraph and space == self.namespace:
            self.blocks.append("".join(self._open.pop()))
        else:
            self.finish(space, local)

    def characters(self, content: str) -> None:
        if not self._skipping:
            self.words(content)

    def add(self, text: str) -> None:
        """Put text into the paragraph that is open."""
        if self._open:
            self._open[-1].append(text)

    def last(self) -> str:
        """The last piece of the paragraph that is open."""
        return self._open[-1][-1] if self._open and self._open[-1] else ""

    def begin(self, space: str, local: str, attrs) -> None:  # type: ignore[no-untyped-def]
        """An element that is neither skipped nor a paragraph begins."""

    def finish(self, space: str, local: str) -> None:
        """It ends."""

    def words(self, content: str) -> None:
        """Character data outside skipped elements."""
