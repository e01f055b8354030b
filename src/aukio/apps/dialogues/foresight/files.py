"""The forms a slice and the trends can be taken along in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import get_language

from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.exports.files import DOCX
from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.foresight.queries.matters import Matter, Signal
from aukio.apps.dialogues.foresight.queries.slices import Slice
from aukio.shared import documents as doc

TYPES = {
    "docx": DOCX,
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def written(document: doc.Document, form: str) -> bytes:
    """Word or PDF. Raises ``KeyError`` for another form."""
    return {"docx": doc.docx, "pdf": doc.pdf}[form](document)


def as_json(tree: dict[str, Any]) -> bytes:
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")


def as_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """UTF-8 with a byte-order mark; no cell runs as a formula."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(head)
    for row in rows:
        writer.writerow([plain_cell(cell) for cell in row])
    return kept.getvalue().encode("utf-8-sig")


SLICE_COLUMNS = (
    *("round", "theme_id", "theme", "dialogues_here", "of_here", "dialogues_in_round", "of_round"),
    *("quote", "quote_language", "dialogue_id", "sentence_id", "is_sample"),
)


def slice_rows(found: Slice) -> Iterator[list[object]]:
    """A row for each theme and quote; a theme without quotes has one row."""
    language = (get_language() or "fi")[:2]
    for part in found.parts:
        for theme in part.themes:
            first = [
                *(part.voices.slug, theme.id, named(theme.titles, language)),
                *(theme.here, theme.of, theme.everywhere, theme.of_all),
            ]
            for quote in theme.quotes or [None]:
                said = (
                    [quote.text, quote.language, quote.dialogue, quote.sentence]
                    if quote
                    else [""] * 4
                )
                yield [*first, *said, "yes" if part.voices.round.is_sample else "no"]


TREND_COLUMNS = (
    *("listed_as", "matter_id", "matter", "direction", "round", "dialogues", "of_dialogues"),
    *("share", "low", "high", "notes", "of_notes", "notes_low", "notes_high", "is_sample"),
)


def trend_rows(matters: list[Matter], signals: list[Signal]) -> Iterator[list[object]]:
    """A row for each matter and round: trends first, then weak signals."""
    for matter in matters:
        yield from _rows("trend", matter, matter.change.direction.value)
    for signal in signals:
        yield from _rows("weak signal", signal.matter, "new" if signal.is_new else "growing")


def _rows(listed: str, matter: Matter, direction: str) -> Iterator[list[object]]:
    language = (get_language() or "fi")[:2]
    for one in matter.moments:
        low, high = _bounds(one.interval)
        notes_low, notes_high = _bounds(one.notes_interval)
        yield [
            *(listed, matter.id, named(matter.titles, language), direction, one.voices.slug),
            *(one.dialogues, one.of, round(one.share, 4), low, high),
            *(one.notes, one.of_notes, notes_low, notes_high),
            "yes" if matter.is_sample else "no",
        ]


def _bounds(interval: Any) -> tuple[object, object]:
    return (round(interval.low, 4), round(interval.high, 4)) if interval else ("", "")
