"""OpenDocument texts (ODF 1.3 part 3 §5-6): paragraphs, headings, cells, notes."""

from __future__ import annotations

import re
from typing import Any, Final

from aukio.apps.dialogues.intake.package import Package, Paragraphs

TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 1_000


class _Words(Paragraphs):
    """Tracked changes hold removed text; ``creator`` and ``date`` are a comment's label."""

    namespace = TEXT
    paragraph = frozenset({"p", "h"})
    skipped = frozenset({"tracked-changes", "creator", "date", "initials", "scripts", "forms"})

    def begin(self, space: str, local: str, attrs: Any) -> None:
        if space != TEXT:
            return
        if local == "s":
            self.add(" " * _count(attrs.get((TEXT, "c"), "1")))
        elif local == "tab":
            self.add("\t")
        elif local == "line-break":
            self.add("\n")

    def words(self, content: str) -> None:
        """Blanks next to one another count as one (§6.1.2); ``text:s`` gives the others."""
        text = _BLANKS.sub(" ", content)
        if text.startswith(" ") and self.last().endswith((" ", "\t", "\n")):
            text = text[1:]
        if text:
            self.add(text)


def read_odt(package: Package) -> list[str]:
    """The paragraphs of the text, then those of headers and footers."""
    blocks: list[str] = []
    for part in ("content.xml", "styles.xml"):
        if part in package.parts:
            words = _Words()
            package.read(part, words)
            blocks.extend(words.blocks)
    return blocks


def _count(written: str) -> int:
    return min(int(written), _MOST_SPACES) if written.isascii() and written.isdigit() else 1
