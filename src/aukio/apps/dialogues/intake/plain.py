"""Plain text: which encoding it is in. Nothing is normalised: the words stay as written."""

from __future__ import annotations

import codecs
import re
from typing import Final

from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MULTIBYTE: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_SAMPLE: Final = 8192
_FEW: Final = 0.05
_MOST_CONTROL: Final = 0.01


def decode(content: bytes, *, name: str) -> str:
    """The text, without a byte-order mark. Raises ``InputFault`` for what is not text.

    UTF-8, UTF-16 and UTF-32 by their mark, UTF-16 by its zeros, UTF-8, else Windows-1252
    (Latin-1 where that leaves a byte open). UTF-8 with a few stray bytes is refused:
    guessing would spoil every ä and ö in it.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(_strict(content[len(mark) :], encoding, name), name)
    encoding = _by_zeros(content[:_SAMPLE])
    if encoding:
        return _text(_strict(content, encoding, name), name)
    try:
        return _text(content.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        if _is_damaged(content):
            raise _stray(content, error.start, name) from error
    return _text(_western(content), name)


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputFault(
            _("The file's encoding cannot be told, or it is broken."),
            place=Place(file=name),
            mend=_("Save it again as plain text with the encoding UTF-8."),
        ) from error


def _by_zeros(sample: bytes) -> str:
    """UTF-16 of western text without a mark has a zero in every other byte."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.6 * half and not sample[::2].count(0):
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.6 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _is_damaged(content: bytes) -> bool:
    whole = len(_MULTIBYTE.findall(content))
    stray = content.decode("utf-8", errors="replace").count("\ufffd")
    return bool(whole) and stray <= _FEW * whole


def _stray(content: bytes, position: int, name: str) -> InputFault:
    return InputFault(
        _("The file is UTF-8, but one of its lines holds bytes that are not."),
        place=Place(file=name, row=content.count(b"\n", 0, position) + 1),
        mend=_("Save it again as plain text with the encoding UTF-8."),
    )


def _western(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _text(text: str, name: str) -> str:
    sample = text[:_SAMPLE]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        raise InputFault(
            _("This is not a text file."),
            place=Place(file=name),
            mend=_("Use .docx, .odt, .pdf, .txt or .csv."),
        )
    return text
