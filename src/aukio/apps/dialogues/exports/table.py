"""CSV: a row for each quote of each sentence, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.permissions import permitted

COLUMNS = (
    *("theme_id", "theme", "sentence_id", "voice"),
    *("text_fi", "text_sv", "text_en", "status_fi", "status_sv", "status_en"),
    *("quote", "quote_language", "dialogue_id", "dialogue", "organiser", "place", "date"),
    "is_sample",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(publication: Publication, language: str) -> bytes:
    """UTF-8 with a byte-order mark, comma, all rows of one width; names in ``language``.

    A sentence whose quotes have all been withdrawn has one row with an empty quote.
    """
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(COLUMNS)
    content, _notes = permitted(publication)
    for row in _rows(content, language):
        writer.writerow([plain_cell(cell) for cell in row])
    return kept.getvalue().encode("utf-8-sig")


def plain_cell(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula.

    A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end gets an apostrophe
    before it: spreadsheets show the text without running it. A reader by machine takes one
    leading apostrophe away where one of these signs follows; JSON has the exact words.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(content: dict[str, Any], language: str) -> Iterator[list[object]]:
    dialogues = {one["id"]: one for one in content["dialogues"]}
    for theme in content["themes"]:
        for sentence in theme["sentences"]:
            first = [
                theme["id"],
                named(theme["title"], language),
                sentence["id"],
                sentence["voice"],
                *(sentence["text"].get(code, "") for code in ("fi", "sv", "en")),
                *(sentence["status"].get(code, "") for code in ("fi", "sv", "en")),
            ]
            for quote in sentence["quotes"] or [None]:
                said = _said(quote, dialogues, language)
                yield [*first, *said, "yes" if content["round"]["is_sample"] else "no"]


def _said(
    quote: dict[str, Any] | None, dialogues: dict[int, dict[str, Any]], language: str
) -> list[object]:
    if quote is None:
        return [""] * 7
    held = dialogues.get(quote["dialogue"], {})
    return [
        quote["text"],
        quote["language"],
        quote["dialogue"],
        held.get("title", ""),
        named(held.get("organiser", {}), language),
        held.get("place", ""),
        held.get("date", ""),
    ]


def named(names: dict[str, str], language: str) -> str:
    """The name in ``language``, else in the first there is: fi, sv, en, any other."""
    for code in (language, "fi", "sv", "en", *names):
        if names.get(code):
            return names[code]
    return ""
