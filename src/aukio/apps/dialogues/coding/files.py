"""The frame and the codings as files, and a frame from a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions import Line, Words
from aukio.apps.dialogues.coding.queries.frame import frame
from aukio.apps.dialogues.coding.queries.reading import coder_names
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.files import check_size
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.apps.dialogues.readable import readable
from aukio.engines.text import TableFault, read_table

COLUMNS = ("name", "parent", "description", "not_when", "example", "shape")
CODED = ("note", "record", "dialogue", "language", "text", "coder", "codes", "goes_on", "at_odds")
BETWEEN = " | "
HEADING = 1


def frame_rows(round: Round) -> list[dict[str, Any]]:
    """The codes in order, retired ones too."""
    return [
        {
            "name": one.name,
            "parent": one.parent_name,
            "description": one.description,
            "not_when": one.not_when,
            "example": one.example,
            "shape": one.shape,
            "retired": one.is_retired,
        }
        for one in frame(round)
    ]


def coding_rows(round: Round, person: Any) -> list[dict[str, Any]]:
    """A row for each coding this person may see, with what goes on with the note."""
    found = standing(round)
    names = {one.id: one.full_name for one in frame(round)}
    coders = coder_names(found)
    known = [note for note in found.given if found.is_known_to(person, note)]
    notes = {
        one.pk: one
        for one in used(round)
        .filter(pk__in=known)
        .select_related("record__dialogue")
        .defer("record__text")
    }  # fmt: skip
    texts = readable(notes.values())
    rows = []
    for pk, note in sorted(notes.items()):
        final = found.final(pk)
        for coder, codes in found.given[pk].items():
            rows.append(
                {
                    "note": pk,
                    "record": note.record_id,
                    "dialogue": note.record.dialogue.title,
                    "language": note.language,
                    "text": texts[pk],
                    "coder": coders.get(coder, ""),
                    "codes": _named(codes, names),
                    "goes_on": None if final is None else _named(final, names),
                    "at_odds": found.is_disputed(pk),
                }
            )
    return rows


def frame_file(round: Round, form: str) -> str:
    rows = frame_rows(round)
    return _json({"codes": rows}) if form == "json" else _csv((*COLUMNS, "retired"), rows)


def coding_file(round: Round, person: Any, form: str) -> str:
    rows = coding_rows(round, person)
    return _json({"codings": rows}) if form == "json" else _csv(CODED, rows)


def read_frame(name: str, content: bytes) -> list[Line]:
    """The codes of a table. Raises ``InputFault``; which columns there are is told."""
    check_size(name, content)
    try:
        table = read_table(content, name=name)
    except TableFault as fault:
        raise InputFault(
            _("The table cannot be read."),
            place=Place(file=name),
            mend=_("Save it as CSV with a heading row."),
        ) from fault
    columns = {column.strip().casefold(): at for at, column in enumerate(table.columns)}
    if "name" not in columns:
        raise InputFault(
            _("The table has no column “name”."),
            place=Place(file=name, row=HEADING),
            mend=_("Name the columns: %(names)s.") % {"names": ", ".join(COLUMNS)},
        )
    lines = []
    for number, row in enumerate(table.rows, HEADING + 1):
        given = {key: _cell(row, columns.get(key)) for key in COLUMNS}
        if any(given.values()):
            parent = given.pop("parent")
            lines.append(Line(Words(**given), parent, Place(file=name, row=number)))
    return lines


def _cell(row: Any, at: int | None) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it."""
    text = str(row[at]).strip() if at is not None and at < len(row) else ""
    return text[1:] if text[:1] == "'" and plain_cell(text[1:]) == text else text


def _named(codes: Iterable[int], names: dict[int, str]) -> list[str]:
    return sorted(names.get(code, str(code)) for code in codes)


def _csv(columns: Iterable[str], rows: list[dict[str, Any]]) -> str:
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([plain_cell(_as_text(row[column])) for column in columns])
    return "\ufeff" + kept.getvalue()


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return BETWEEN.join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _json(given: dict[str, Any]) -> str:
    return json.dumps(given, ensure_ascii=False, indent=1)
