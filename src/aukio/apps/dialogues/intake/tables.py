"""A table of remarks: a row is a note, rows of one dialogue are one record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.files import MOST_BYTES, check_size, storable
from aukio.apps.dialogues.intake.reading import Reading, Span, digest, trimmed
from aukio.apps.dialogues.models import LANGUAGES, SourceKind
from aukio.engines.text import Table, TableFault, language_code, read_table

HEADING = 1


def read_rows(
    name: str, content: bytes, *, text: str, language: str = "", dialogue: str = ""
) -> list[Reading]:
    """Read a table; ``text``, ``language`` and ``dialogue`` name its columns.

    Without a dialogue column all rows are one record. Raises ``InputFault``.
    """
    check_size(name, content)
    table = _table(name, content)
    texts = _column(table, text)
    languages = _languages(table, language, texts)
    dialogues = _dialogues(table, dialogue, texts)
    groups: dict[str, list[int]] = {}
    for row, reference in enumerate(dialogues):
        groups.setdefault(reference, []).append(row)
    sha256 = digest(content)
    found = [
        _reading(name, sha256, reference, [(texts[row], languages[row]) for row in rows])
        for reference, rows in groups.items()
    ]
    kept = [reading for reading in found if reading.spans]
    if not kept:
        raise InputFault(
            _("The column “%(column)s” has no text in any row.") % {"column": text},
            place=Place(file=name, field=text),
            mend=_("Choose the column that holds what people said."),
        )
    return kept


def _reading(name: str, sha256: str, reference: str, rows: Iterable[tuple[str, str]]) -> Reading:
    spans: list[Span] = []
    cells, at = [], 0
    for cell, language in rows:
        span = trimmed(cell, at, language)
        if span:
            spans.append(span)
        cells.append(cell)
        at += len(cell) + 1
    whole = storable("\n".join(cells), name)
    return Reading(name, SourceKind.CSV, sha256, whole, tuple(spans), reference)


def _table(name: str, content: bytes) -> Table:
    try:
        return read_table(content, limit=MOST_BYTES, name=name)
    except TableFault as fault:
        raise _told(fault, name) from fault


def _column(table: Table, column: str) -> tuple[str, ...]:
    if column not in table.columns:
        raise InputFault(
            _("There is no column “%(column)s”.") % {"column": column},
            place=Place(file=table.name, row=HEADING, field=column),
            mend=_("The columns are: %(columns)s.") % {"columns": ", ".join(table.columns)},
        )
    return table.column(column)


def _languages(table: Table, column: str, texts: tuple[str, ...]) -> list[str]:
    if not column:
        return [""] * len(texts)
    codes = [language_code(cell) for cell in _column(table, column)]
    strange = [row for row, code in enumerate(codes, 2) if code and code not in LANGUAGES]
    if strange:
        raise InputFault(
            _("The language is not known in these rows: %(rows)s.") % {"rows": _listed(strange)},
            place=Place(file=table.name, row=strange[0], field=column),
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(LANGUAGES)},
        )
    return codes


def _dialogues(table: Table, column: str, texts: tuple[str, ...]) -> list[str]:
    if not column:
        return [""] * len(texts)
    names = [cell.strip() for cell in _column(table, column)]
    rows = enumerate(zip(names, texts, strict=True), 2)
    nameless = [row for row, (name, text) in rows if text.strip() and not name]
    if nameless:
        raise InputFault(
            _("The dialogue is missing in these rows: %(rows)s.") % {"rows": _listed(nameless)},
            place=Place(file=table.name, row=nameless[0], field=column),
            mend=_("Write in each row which dialogue it is from."),
        )
    return names


def _told(fault: TableFault, name: str) -> InputFault:
    """The engine's fault in the reader's language; the engine itself speaks English."""
    rows = [int(row) for row in re.findall(r"\d+(?! more)", fault.where.removeprefix(name))]
    words = {
        "empty": (_("The file is empty."), _("It needs a heading row and a row for each note.")),
        "no-rows": (
            _("The table has a heading but no rows."),
            _("It needs a heading row and a row for each note."),
        ),
        "rows": (
            _("These rows do not have as many cells as the heading: %(rows)s.")
            % {"rows": _listed(rows)},
            _("Put quotation marks round a cell that holds the separator, or add the cells."),
        ),
        "heading": (
            _("The heading names the same column twice."),
            _("Give each column its own name."),
        ),
        "encoding": (
            _("The file's encoding cannot be told, or it is broken."),
            _("Save it again as CSV with the encoding UTF-8."),
        ),
    }
    other = (_("This is not a table in text form."), _("Save it as CSV and add that file."))
    what, mend = words.get(fault.kind, other)
    return InputFault(what, place=Place(file=name, row=rows[0] if rows else None), mend=mend)


def _listed(rows: list[int], *, most: int = 10) -> str:
    shown = ", ".join(str(row) for row in rows[:most])
    return f"{shown} … (+{len(rows) - most})" if len(rows) > most else shown
