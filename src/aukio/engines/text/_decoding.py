"""Bytes of unknown encoding to text."""

import codecs
import re
from typing import Final

from aukio.engines.text._faults import TableFault

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files people pick by mistake, and what to call them.
_SIGNATURES: Final = (
    (b"PK\x03\x04", "an Excel, Word, LibreOffice or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database file"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MULTIBYTE: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_SAMPLE: Final = 4096
_FEW: Final = 0.05
_MOST_CONTROL: Final = 0.01


def decode(content: bytes, *, where: str) -> tuple[str, str]:
    """Return ``(text, encoding)`` without a byte-order mark.

    Recognises UTF-8, UTF-16 and UTF-32 with a mark, UTF-16 without one, plain UTF-8, and
    otherwise takes Windows-1252 (a superset of Latin-1's printable part; the five bytes it
    leaves open make it Latin-1). Raises :class:`TableFault` for binary files and for UTF-8
    with stray bytes.
    """
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise _binary(where, f"This is {name}, not a table in text form.")
    encoding = _encoding(content, where)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableFault(
            "encoding",
            f"The file says it is {encoding} but cannot be read as such.",
            where,
            _AS_UTF8,
        ) from error
    if len(_CONTROL.findall(text[:_SAMPLE])) > _MOST_CONTROL * len(text[:_SAMPLE]):
        raise _binary(where, "This is not a text file: it holds control characters.")
    return text.removeprefix("\ufeff"), encoding


_AS_UTF8: Final = "Save the file again as CSV with the encoding UTF-8."


def _binary(where: str, what: str) -> TableFault:
    return TableFault("binary", what, where, "Open it in a spreadsheet program and save it as CSV.")


def _encoding(content: bytes, where: str) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    unmarked = _utf16_without_mark(content[:_SAMPLE])
    if unmarked:
        return unmarked
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(content, error.start, where)
        return _western(content)
    return "utf-8"


def _utf16_without_mark(sample: bytes) -> str | None:
    """Recognise UTF-16 of mostly western text: every other byte is zero."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _refuse_damaged_utf8(content: bytes, position: int, where: str) -> None:
    """Raise when nearly all of the file is UTF-8: guessing would spoil every ä and ö in it."""
    whole = len(_MULTIBYTE.findall(content))
    stray = content.decode("utf-8", errors="replace").count("\ufffd")
    if whole and stray <= _FEW * whole:
        line = content.count(b"\n", 0, position) + 1
        raise TableFault(
            "encoding",
            f"The file is UTF-8, but line {line} holds bytes that are not.",
            f"{where}, line {line}",
            "Two files of different encodings may have been joined. " + _AS_UTF8,
        )


def _western(content: bytes) -> str:
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"
