"""Adding a text that was written elsewhere: pasted, or as a file. Every word is kept."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.intake import MOST_BYTES, read_file
from aukio.apps.dialogues.recording.actions.writing import (
    Saved,
    Writer,
    check_open,
    save_text,
)
from aukio.apps.dialogues.recording.models import Sheet
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.files.actions import keep

LONGEST_KEPT = timedelta(days=730)  # also when the round is never published


@transaction.atomic
def add_file(*, by: Writer, sheet: Sheet, field: str, name: str, content: bytes) -> Saved:
    """Keep the file and put its text after what the field has. Raises ``InputFault``."""
    require("recording.write", by, sheet.dialogue)
    check_open(sheet)
    reading = read_file(name, content)
    stored = keep(
        by=by if isinstance(by, Person) else None,
        name=name,
        content=content,
        owner=sheet,
        max_size=MOST_BYTES,
        delete_after=timezone.localdate() + LONGEST_KEPT,
    )
    saved = _append(by, sheet, field, reading.text)
    detail = {"file": stored.pk, "field": field, "sha256": reading.sha256}
    record(by=by, verb="recording.add_file", target=sheet, detail=detail)
    return saved


def _append(by: Writer, sheet: Sheet, field: str, text: str) -> Saved:
    head = sheet.entries.filter(field=field, is_head=True).order_by("-pk").first()
    before = head.text.rstrip("\n") + "\n" if head and head.text.strip() else ""
    return save_text(
        by=by,
        sheet=sheet,
        field=field,
        text=before + text,
        base=head.pk if head else None,
        session="",
    )
