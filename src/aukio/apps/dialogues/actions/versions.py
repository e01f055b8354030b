"""A mended record: a new version that keeps the places of the notes that stayed the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._languages import languages_of
from aukio.apps.dialogues.actions.gate import carry_decisions, look_through
from aukio.apps.dialogues.actions.records import (
    _check_permission,
    _check_reading,
    notes_from,
    pass_if_nothing_was_found,
    set_note_permissions,
)
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.intake.reading import Reading
from aukio.apps.dialogues.models import Gate, Note, Permission, Quote, Record, ThemeNote
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.audit.actions import record


@transaction.atomic
def replace_record(
    *, by: Person | None, record_: Record, reading: Reading, language: str = ""
) -> Record:
    """Keep a new version of a record; the old one stays as it was, out of use.

    Notes whose words stayed the same keep their theme, permission and quotes. A quote whose
    note changed still points to the old words, and publishing tells to pick it anew.
    """
    require("dialogues.import_record", by, record_)
    gate = record_.gate if record_.gate == Gate.OWN else Gate.HELD
    made = _replace(by, record_, reading, language, gate)
    pass_if_nothing_was_found(made)
    return made


@transaction.atomic
def send_again(
    *,
    by: Person | Code | None,
    record_: Record,
    reading: Reading,
    language: str = "",
    permission: str = Permission.NONE,
    permissions: Mapping[int, str] | None = None,
) -> Record:
    """Keep the scribe's correction as a new version, held as the first one was."""
    require("dialogues.send_record", by, record_)
    made = _replace(by, record_, reading, language, Gate.HELD)
    _check_permission(permission, empty_too=False)
    made.permission = permission
    made.save(update_fields=["permission"])
    made.notes.update(permission="")
    set_note_permissions(made, permissions or {})
    return made


def _replace(
    by: Person | Code | None, record_: Record, reading: Reading, language: str, gate: str
) -> Record:
    if record_.superseded:
        raise InputFault(
            _("The record already has a newer version."), mend=_("Replace the newest version.")
        )
    _check_reading(record_.dialogue, reading)
    told = languages_of(reading, language or record_.language)
    made = Record.objects.create(
        dialogue=record_.dialogue,
        version=record_.version + 1,
        replaces=record_,
        language=told.record,
        text=reading.text,
        permission=record_.permission,
        source_name=reading.name[:255],
        source_kind=reading.kind,
        sha256=reading.sha256,
        gate=gate,
        imported_by=by if isinstance(by, Person) else None,
    )
    Note.objects.bulk_create(notes_from(made, reading, told), batch_size=500)
    look_through(made)
    carry_decisions(record_, made)
    kept = _carry_over(record_, made)
    record_.superseded = True
    record_.save(update_fields=["superseded"])
    detail = {"replaces": record_.pk, "kept": kept, "sha256": reading.sha256}
    record(by=by, verb="dialogues.replace_record", target=made, detail=detail)
    return made


def _carry_over(old: Record, new: Record) -> int:
    """Move themes, permissions and quotes to the new notes with the same words, in order."""
    waiting: dict[str, list[Note]] = defaultdict(list)
    for note in new.notes.order_by("-position"):
        waiting[note.text].append(note)
    kept = 0
    for note in old.notes.order_by("position"):
        same = waiting[note.text].pop() if waiting[note.text] else None
        if same is None:
            ThemeNote.objects.filter(note=note).delete()
            continue
        kept += 1
        Note.objects.filter(pk=same.pk).update(permission=note.permission)
        ThemeNote.objects.filter(note=note).update(note=same)
        Quote.objects.filter(note=note).update(note=same)
    return kept
