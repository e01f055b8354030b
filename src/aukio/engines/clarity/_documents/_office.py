"""What Word and OpenDocument texts share: an archive of XML files, read run by run."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from aukio.engines.clarity._documents._document import (
    Block,
    BlockKind,
    Document,
    Link,
    Place,
    Run,
    UnusableDocumentError,
)

LARGEST_PART = 100_000_000


class Archive:
    """The XML files of a document; `what` names its kind in faults."""

    def __init__(self, content: bytes, what: str) -> None:
        self._what = what
        try:
            self._files = zipfile.ZipFile(BytesIO(content))
        except zipfile.BadZipFile as error:
            raise self._broken(error) from error

    @property
    def names(self) -> list[str]:
        return self._files.namelist()

    def read(self, name: str) -> Any:
        """The root element of a file in it.

        Raises UnusableDocumentError when it is missing, too large or no XML.
        """
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            if self._files.getinfo(name).file_size > LARGEST_PART:
                raise UnusableDocumentError("The document is too large to check.")
            return etree.fromstring(self._files.read(name), parser)
        except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError) as error:
            raise self._broken(error) from error

    def find(self, name: str) -> Any | None:
        """Like `read`; None when there is no such file."""
        return self.read(name) if name in self.names else None

    def _broken(self, error: Exception) -> UnusableDocumentError:
        return UnusableDocumentError(f"The file is not a readable {self._what}.", str(error))


class Words:
    """Collects paragraphs, an empty line between them, with the place of every run."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._runs: list[Run] = []
        self._first = 0

    @property
    def length(self) -> int:
        return self._length

    def begin(self) -> int:
        """Begin a paragraph and return where it begins."""
        if self._length:
            self.put("\n\n")
        self._first = len(self._parts)
        return self._length

    def put(self, text: str, place: Place | None = None) -> None:
        """Add characters; without a place the file has no letters for them."""
        if not text:
            return
        end = self._length + len(text)
        if place is not None:
            self._runs.append(Run(self._length, end, place))
        self._parts.append(text)
        self._length = end

    def end(self, begun: int, kind: BlockKind, level: int = 0) -> None:
        """End the paragraph that was begun there; one without words makes no block."""
        if "".join(self._parts[self._first :]).strip():
            self._blocks.append(Block(kind, begun, self._length, level))

    def link(self, start: int, target: str) -> None:
        if self._length > start and target:
            self._links.append(Link(start, self._length, target))

    def document(self) -> Document:
        text = "".join(self._parts)
        blocks, links, runs = tuple(self._blocks), tuple(self._links), tuple(self._runs)
        return Document(text=text, source=text, blocks=blocks, links=links, runs=runs)
