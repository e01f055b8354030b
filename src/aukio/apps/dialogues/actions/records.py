"""Taking records in, whole, and saying what of them may be made public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions._languages import Told, languages_of
from aukio.apps.dialogues.actions.gate import look_through
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.reading import Reading
from aukio.apps.dialogues.models import Dialogue, Gate, Note, Permission, Record, Round
from aukio.apps.dialogues.rules import is_core_group
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.audit.actions import record


@transaction.atomic
def import_record(
    *,
    by: Person | None,
    dialogue: Dialogue,
    reading: Reading,
    language: str = "",
    permission: str = Permission.NONE,
) -> Record:
    """Keep one record: its whole text, and a note for every span of it.

    ``language`` is that of the whole record; left empty, each note's is recognised.
    Raises ``InputFault``; then nothing is stored.
    """
    require("dialogues.import_record", by, dialogue)
    made = _store(by, dialogue, reading, language, permission, gate_of(by))
    pass_if_nothing_was_found(made)
    record(by=by, verb="dialogues.import_record", target=made, detail=_detail(made, reading))
    return made


@transaction.atomic
def send_record(
    *,
    by: Person | Code | None,
    dialogue: Dialogue,
    reading: Reading,
    language: str = "",
    permission: str = Permission.NONE,
    permissions: Mapping[int, str] | None = None,
) -> Record:
    """Keep what a scribe wrote, held until the organiser has looked it through.

    ``permissions`` is by the number of the note, from 0. Raises ``InputFault``.
    """
    require("dialogues.send_record", by, dialogue)
    made = _store(by, dialogue, reading, language, permission, Gate.HELD)
    set_note_permissions(made, permissions or {})
    record(by=by, verb="dialogues.send_record", target=made, detail=_detail(made, reading))
    return made


@transaction.atomic
def import_records(
    *,
    by: Person | None,
    round: Round,
    readings: Sequence[Reading],
    language: str = "",
    permission: str = Permission.NONE,
) -> list[Record]:
    """Keep many records at once, all or none.

    Each goes to the dialogue whose reference it gives (else its file's name); a dialogue that
    is not there yet is added with its organiser left open. Only the core group may.
    """
    require("dialogues.edit_round", by, round)
    known = {dialogue.reference: dialogue for dialogue in round.dialogues.all()}
    made = []
    for reading in readings:
        reference = (reading.dialogue.strip() or reading.name)[:80]
        dialogue = known.get(reference)
        if dialogue is None:
            dialogue = known[reference] = _placeholder(round, reference)
        made.append(_store(by, dialogue, reading, language, permission, Gate.OWN))
    detail = {"records": [one.pk for one in made], "sha256": sorted({r.sha256 for r in readings})}
    record(by=by, verb="dialogues.import_records", target=round, detail=detail)
    return made


@transaction.atomic
def set_permission(
    *, by: Person | None, record_: Record, permission: str, note: Note | None = None
) -> None:
    """Say what may be made public: of a whole record, or of one note of it.

    For a note, an empty permission means that the record's holds.
    """
    require("dialogues.set_permission", by, record_)
    _check_permission(permission, empty_too=note is not None)
    target: Record | Note = note or record_
    if note is not None and note.record_id != record_.pk:
        raise InputFault(
            _("The note is not of this record."), mend=_("Choose a note of the record.")
        )
    detail = {"from": target.permission, "to": permission}
    target.permission = permission
    target.save(update_fields=["permission"])
    record(by=by, verb="dialogues.set_permission", target=target, detail=detail)


def gate_of(by: Person | None) -> Gate:
    """Who looks through what this person brings: an organiser does it before others read."""
    return Gate.OWN if by is None or is_core_group(by) else Gate.HELD


def pass_if_nothing_was_found(made: Record) -> None:
    """Nothing to decide: the organiser's own record can be read at once."""
    if made.gate == Gate.HELD and not made.findings.filter(decision="").exists():
        made.gate = Gate.HANDED
        made.save(update_fields=["gate"])


def set_note_permissions(made: Record, permissions: Mapping[int, str]) -> None:
    """Permission of single notes, by their number from 0; others follow the record."""
    for permission in set(permissions.values()):
        _check_permission(permission, empty_too=True)
        places = [place for place, one in permissions.items() if one == permission]
        made.notes.filter(position__in=places).update(permission=permission)


def _store(
    by: Person | Code | None,
    dialogue: Dialogue,
    reading: Reading,
    language: str,
    permission: str,
    gate: Gate,
) -> Record:
    _check_permission(permission, empty_too=False)
    _check_reading(dialogue, reading)
    told = languages_of(reading, language)
    made = Record.objects.create(
        dialogue=dialogue,
        language=told.record,
        text=reading.text,
        permission=permission,
        source_name=reading.name[:255],
        source_kind=reading.kind,
        sha256=reading.sha256,
        gate=gate,
        imported_by=by if isinstance(by, Person) else None,
    )
    Note.objects.bulk_create(notes_from(made, reading, told), batch_size=500)
    look_through(made)
    return made


def notes_from(made: Record, reading: Reading, told: Told) -> list[Note]:
    """A note for every span, its words exactly those of the record."""
    return [
        Note(
            record=made,
            position=position,
            start=span.start,
            end=span.end,
            text=reading.text[span.start : span.end],
            language=language,
        )
        for position, (span, language) in enumerate(zip(reading.spans, told.notes, strict=True))
    ]


def _check_reading(dialogue: Dialogue, reading: Reading) -> None:
    place = Place(file=reading.name)
    if not reading.spans:
        raise InputFault(
            _("There is no text in it."), place=place, mend=_("Choose a record with text.")
        )
    if "\x00" in reading.text:
        raise InputFault(
            _("It holds characters that are not text."),
            place=place,
            mend=_("Save it again as plain text with the encoding UTF-8."),
        )
    if dialogue.records.filter(sha256=reading.sha256).exists():
        raise InputFault(
            _("This record has already been imported to the dialogue “%(dialogue)s”.")
            % {"dialogue": dialogue},
            place=place,
            mend=_("Nothing needs to be done. To mend a record, replace it by a new version."),
        )


def _check_permission(permission: str, *, empty_too: bool) -> None:
    if permission in Permission.values or (empty_too and not permission):
        return
    raise InputFault(
        _("“%(permission)s” is not a permission.") % {"permission": permission},
        place=Place(field=pgettext("field", "permission")),
        mend=_("Use one of: %(known)s.") % {"known": ", ".join(Permission.values)},
    )


def _placeholder(round: Round, reference: str) -> Dialogue:
    return Dialogue.objects.create(
        round=round, reference=reference, title=reference, is_sample=round.is_sample
    )


def _detail(made: Record, reading: Reading) -> dict[str, object]:
    return {
        "dialogue": made.dialogue_id,
        "notes": len(reading.spans),
        "sha256": reading.sha256,
        "permission": made.permission,
    }
