"""A text in the reader's language, or in the one there is, and then saying which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

ORDER = ("fi", "sv", "en")


@dataclass(frozen=True)
class Shown:
    """``language`` is that of ``text``: a page marks it when it is not its own.

    ``status`` says where the text came from (``TextStatus``), where that is known.
    """

    text: str
    language: str
    status: str = ""

    def __str__(self) -> str:
        return self.text


def reader_language() -> str:
    """The language the reader has chosen: fi, sv or en."""
    return (get_language() or ORDER[0])[:2]


def shown(texts: Mapping[str, str], statuses: Mapping[str, str] | None = None) -> Shown:
    """The text for the reader: own language first, then fi, sv, en, then any other."""
    known = statuses or {}
    for language in (reader_language(), *ORDER, *texts):
        if texts.get(language):
            return Shown(texts[language], language, known.get(language, ""))
    return Shown("", reader_language())
