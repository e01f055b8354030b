"""Text as a reader sees it: words shown instead of hidden ones, where some were chosen.

The text in the database is safe by itself: hidden signs are blocks. This is how they are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Finding, Note, Record


@dataclass(frozen=True)
class Hidden:
    """A hidden place of a record and what is shown there."""

    start: int
    end: int
    shown: str


def hidden_in(records: Iterable[int]) -> dict[int, tuple[Hidden, ...]]:
    """By record, its hidden places in order; one query."""
    rows = Finding.objects.filter(record__in=set(records), masked=True).order_by("start")
    found: dict[int, list[Hidden]] = defaultdict(list)
    for record, start, end, shown in rows.values_list("record", "start", "end", "replacement"):
        found[record].append(Hidden(start, end, shown or pgettext("redacted", "[hidden]")))
    return {record: tuple(places) for record, places in found.items()}


def told(text: str, at: int, places: Iterable[Hidden]) -> str:
    """``text``, which begins at ``at`` of its record, with what is shown for hidden places."""
    parts, upto = [], 0
    for place in places:
        start, end = max(place.start - at, 0), min(place.end - at, len(text))
        if start >= end:
            continue
        parts += [text[upto:start], place.shown if place.start >= at else ""]
        upto = end
    return "".join([*parts, text[upto:]])


def readable(notes: Iterable[Note]) -> dict[int, str]:
    """By note, its text as it is shown; one query."""
    listed = list(notes)
    hidden = hidden_in(note.record_id for note in listed)
    return {note.pk: told(note.text, note.start, hidden.get(note.record_id, ())) for note in listed}


def readable_record(record: Record) -> str:
    """The record's whole text as it is shown; one query."""
    return told(record.text, 0, hidden_in([record.pk]).get(record.pk, ()))
