"""Word documents (Office Open XML, ISO/IEC 29500-1 §17): every run of text, in order."""

from __future__ import annotations

import re
from typing import Any, Final

from aukio.apps.dialogues.intake.package import Package, Paragraphs

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"

# Text outside the body, in the order it is added after it.
_BESIDE: Final = ("footnotes", "endnotes", "comments", "header", "footer")
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


class _Words(Paragraphs):
    """``Fallback`` repeats a text box for old programs; ``moveFrom`` repeats moved text."""

    paragraph = frozenset({"p"})
    skipped = frozenset({"Fallback", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "del"})

    def __init__(self, namespace: str) -> None:
        super().__init__()
        self.namespace = namespace
        self._in_text = 0

    def begin(self, space: str, local: str, attrs: Any) -> None:
        if local == "t":  # of Word (w:t) or of a formula (m:t)
            self._in_text += 1
        elif space != self.namespace:
            return
        elif local in _SIGNS:
            self.add(_SIGNS[local])
        elif local == "sym":
            self.add(_symbol(attrs.get((space, "char"), "")))

    def finish(self, space: str, local: str) -> None:
        if local == "t":
            self._in_text -= 1

    def words(self, content: str) -> None:
        if self._in_text:
            self.add(content)


def read_docx(package: Package) -> list[str]:
    """The paragraphs of the body, table cells included, then notes, comments and headers.

    Text that tracked changes have removed is left out: it is no longer in the document.
    """
    folder = package.main_part.rpartition("/")[0]
    blocks: list[str] = []
    for part in [package.main_part, *_beside(package, folder)]:
        words = _Words(_namespace(package.part(part)))
        package.read(part, words)
        blocks.extend(words.blocks)
    return blocks


def _beside(package: Package, folder: str) -> list[str]:
    found = []
    for kind in _BESIDE:
        pattern = re.compile(rf"{re.escape(folder)}/{kind}\d*\.xml")
        found.extend(sorted(part for part in package.parts if pattern.fullmatch(part)))
    return found


def _namespace(content: bytes) -> str:
    """Strict documents use another namespace for the same words."""
    return STRICT if STRICT.encode() in content[:4096] else WORD


def _symbol(code: str) -> str:
    """A sign of a symbol font, by its code; nothing when the code is not one."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""
