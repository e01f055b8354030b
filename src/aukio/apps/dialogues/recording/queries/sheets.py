"""A sheet as it is now: each field with its text, and with other texts written meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.recording.fields import Field
from aukio.apps.dialogues.recording.models import Entry, Sheet


@dataclass(frozen=True)
class Written:
    """``heads``: texts nobody has written on from, oldest first; more than one is a conflict."""

    field: Field
    heads: tuple[Entry, ...]

    @property
    def head(self) -> Entry | None:
        return self.heads[-1] if self.heads else None

    @property
    def text(self) -> str:
        return self.head.text if self.head else ""

    @property
    def others(self) -> tuple[Entry, ...]:
        return self.heads[:-1]


def sheet_of(dialogue: Dialogue) -> Sheet | None:
    found = Sheet.objects.select_related("form", "record", "dialogue__round")
    return found.filter(dialogue=dialogue).first()


def written(sheet: Sheet) -> list[Written]:
    """The form's fields in order; one query."""
    heads: dict[str, list[Entry]] = {}
    for entry in sheet.entries.filter(is_head=True).order_by("pk"):
        heads.setdefault(entry.field, []).append(entry)
    return [Written(field, tuple(heads.get(field.code, ()))) for field in sheet.form.asked]


def earlier_texts(sheet: Sheet, field: str) -> list[Entry]:
    """Versions of a field's text, newest first."""
    return list(sheet.entries.filter(field=field).order_by("-pk")[:50])
