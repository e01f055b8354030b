"""From an object's words to its row in the index."""

from __future__ import annotations

import datetime as dt
from zlib import crc32

from django.utils.text import Truncator

from aukio.shared.search.models import SearchEntry
from aukio.shared.search.words import clean, index_terms

TITLE_LENGTH, SUMMARY_LENGTH = 300, 400


def make_entry(
    *,
    kind: str,
    object_id: str,
    language: str,
    title: str,
    summary: str = "",
    text: str = "",
    url: str,
    date: dt.date | None = None,
) -> SearchEntry:
    """The row, not saved. Without a summary the beginning of the text stands for it."""
    shown_title = Truncator(_line(title)).chars(TITLE_LENGTH)
    shown_summary = Truncator(_line(summary) or _line(text)).chars(SUMMARY_LENGTH)
    title_terms = index_terms(title, language)
    summary_terms = index_terms(shown_summary, language)
    terms = dict.fromkeys(
        (*title_terms, *index_terms(summary, language), *index_terms(text, language))
    )
    return SearchEntry(
        kind=kind,
        object_id=object_id,
        language=language,
        title=shown_title,
        summary=shown_summary,
        url=url,
        title_terms=_padded(title_terms),
        summary_terms=_padded(summary_terms),
        terms=" ".join(terms),
        date=date,
        size=len(terms),
        tie=crc32(f"{kind} {object_id} {language}".encode()),
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _padded(terms: tuple[str, ...]) -> str:
    return f" {' '.join(terms)} "
