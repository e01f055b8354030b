"""Joining lines into one note, splitting one into many, and permission for single notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Permission
from aukio.apps.dialogues.recording.actions.writing import Writer, check_open
from aukio.apps.dialogues.recording.models import Line, Sheet
from aukio.apps.dialogues.recording.queries.lines import LineRow, lines_of
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record


@transaction.atomic
def set_lines(
    *, by: Writer, sheet: Sheet, joined: Collection[str], permissions: Mapping[str, str]
) -> None:
    """Join each line in ``joined`` with the next of its field, and set permissions, by key.

    The strictest permission of joined lines holds. A key that is no longer there is left out:
    its text has changed meanwhile.
    """
    require("recording.write", by, sheet.dialogue)
    check_open(sheet)
    if set(permissions.values()) - {"", *Permission.values}:
        raise InputFault(
            _("The permission is not one of those offered."), mend=_("Choose from the list.")
        )
    for _field, rows in lines_of(sheet):
        _write(_joined(rows, joined, permissions))
    detail = {"joined": len(joined), "permissions": len([p for p in permissions.values() if p])}
    record(by=by, verb="recording.set_lines", target=sheet, detail=detail)


@transaction.atomic
def split_line(*, by: Writer, sheet: Sheet, key: str, text: str) -> None:
    """Split a line where ``text``, its very words, has line ends. Raises ``InputFault``."""
    require("recording.write", by, sheet.dialogue)
    check_open(sheet)
    for _field, rows in lines_of(sheet):
        row = next((one for one in rows if one.key == key), None)
        if row is None:
            continue
        pieces = [
            Line(
                entry_id=row.entry,
                start=row.start + start,
                end=row.start + end,
                permission=row.permission,
            )
            for start, end in _places(row.text, text.replace("\r\n", "\n").split("\n"))
        ]
        _write([*(_line(one) for one in rows if one is not row), *pieces])
        detail = {"lines": len(pieces)}
        record(by=by, verb="recording.split_line", target=sheet, detail=detail)
        return
    raise InputFault(
        _("The line has changed since you opened the page."), mend=_("Open the notes again.")
    )


def _places(whole: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    found, at = [], 0
    for piece in (one.strip() for one in pieces):
        if not piece:
            continue
        start = whole.find(piece, at)
        if start < 0 or whole[at:start].strip():
            raise _changed()
        at = start + len(piece)
        found.append((start, at))
    if not found or whole[at:].strip():
        raise _changed()
    return found


def _changed() -> InputFault:
    return InputFault(
        _("The words are not the same as in the record."),
        mend=_("Change only the line ends here. To change words, go back to writing."),
    )


def _joined(
    rows: Sequence[LineRow], joined: Collection[str], permissions: Mapping[str, str]
) -> list[Line]:
    made: list[Line] = []
    goes_on = False
    for row in rows:
        line = _line(row)
        line.permission = permissions.get(row.key, row.permission)
        if goes_on:
            made[-1].end = line.end
            made[-1].permission = _stricter(made[-1].permission, line.permission)
        else:
            made.append(line)
        goes_on = row.key in joined
    return made


def _stricter(one: str, other: str) -> str:
    for permission in (Permission.NONE, Permission.QUOTES, Permission.WHOLE):
        if permission in (one, other):
            return str(permission)
    return ""


def _line(row: LineRow) -> Line:
    return Line(entry_id=row.entry, start=row.start, end=row.end, permission=row.permission)


def _write(made: Sequence[Line]) -> None:
    Line.objects.filter(entry__in={line.entry_id for line in made}).delete()
    Line.objects.bulk_create(made, batch_size=500)
