"""Questions as plain trees and tables, for JSON, CSV and the interface for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from aukio.apps.dialogues.exports.table import named, plain_cell
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact.models import Change, Entry, Question
from aukio.apps.dialogues.impact.queries.ledger import EntryLine, asked_of

COLUMNS = (
    *("round", "is_sample", "theme_id", "theme", "owner", "owner_kind", "role", "question"),
    *("asked", "due", "answered", "state", "days_late", "progress"),
    *("entry", "kind", "at", "language", "heard", "will_do", "why_not", "status", "text"),
    *("address", "corrects", "corrected_by", "reason", "withdrawn", "first_due"),
)


def question_tree(one: Question) -> dict[str, Any]:
    """Everything public about a question; of people nothing but the role they were asked in."""
    told = asked_of(one)
    return {
        "id": one.pk,
        "round": one.round.slug,
        "is_sample": one.round.is_sample,
        "theme": one.theme_id,
        "theme_title": one.theme_title,
        "owner": in_languages(one.owner, "name"),
        "owner_kind": one.owner.kind,
        "role": one.role,
        "question": in_languages(one, "text"),
        "asked_at": one.asked_at,
        "due": one.due,
        "answered_at": one.answered_at,
        "withdrawn_at": one.withdrawn_at,
        "state": told.state.value,
        "days_late": told.days_late,
        "progress": told.progress,
        "changes": [_change(change) for change in told.changes],
        "entries": [_entry(line) for line in told.entries],
    }


def table(questions: Iterable[Question], language: str) -> bytes:
    """CSV (UTF-8 with a byte-order mark): a row for each entry, one for a question without any."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(COLUMNS)
    for one in questions:
        tree = question_tree(one)
        first = [
            tree["round"],
            "yes" if tree["is_sample"] else "no",
            tree["theme"],
            named(tree["theme_title"], language),
            named(tree["owner"], language),
            *(tree["owner_kind"], tree["role"], named(tree["question"], language)),
            tree["asked_at"].date().isoformat(),
            tree["due"].isoformat(),
            tree["answered_at"].date().isoformat() if tree["answered_at"] else "",
            *(tree["state"], tree["days_late"], tree["progress"]),
        ]
        moves = [change["before"] for change in tree["changes"] if change["before"]]
        last = [
            tree["withdrawn_at"].date().isoformat() if tree["withdrawn_at"] else "",
            (moves[0] if moves else tree["due"]).isoformat(),
        ]
        for entry in tree["entries"] or [None]:
            rest = _cells(entry) if entry else [""] * (len(COLUMNS) - len(first) - len(last))
            writer.writerow([plain_cell(cell) for cell in (*first, *rest, *last)])
    return kept.getvalue().encode("utf-8-sig")


def _cells(entry: dict[str, Any]) -> list[object]:
    return [
        entry["sequence"],
        entry["kind"],
        entry["at"].isoformat(),
        *(entry["language"], entry["heard"], entry["will_do"], entry["why_not"]),
        *(entry["progress"], entry["text"], entry["address"]),
        *(entry["corrects"], entry["corrected_by"], entry["reason"]),
    ]


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "at": change.at,
        "language": change.language,
        "reason": change.reason,
        "before": change.before,
        "after": change.after,
    }


def _entry(line: EntryLine) -> dict[str, Any]:
    entry: Entry = line.entry
    corrected = line.corrected_by
    return {
        "sequence": entry.sequence,
        "kind": entry.kind,
        "at": entry.at,
        "language": entry.language,
        "heard": entry.heard,
        "will_do": entry.will_do,
        "why_not": entry.why_not,
        "progress": entry.progress,
        "text": entry.text,
        "address": entry.address,
        "corrects": line.corrects,
        "corrected_by": corrected.sequence if corrected else None,
        "reason": entry.reason,
    }
