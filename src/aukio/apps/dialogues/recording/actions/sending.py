"""From a sheet to a record of the room: every word, with its notes; and correcting it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions.records import send_record
from aukio.apps.dialogues.actions.versions import send_again
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.reading import Reading, Span, digest
from aukio.apps.dialogues.models import Permission, Record, RoundStatus, SourceKind
from aukio.apps.dialogues.recording.actions.writing import Writer, check_open
from aukio.apps.dialogues.recording.models import Sheet, SheetState
from aukio.apps.dialogues.recording.queries.lines import LineRow, rows
from aukio.apps.dialogues.recording.queries.sheets import Written, written
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record

BEGUN = (RoundStatus.SUMMARISING, RoundStatus.PUBLISHED)


@dataclass(frozen=True)
class Assembled:
    """The whole record: headings are in the text, but nobody said them."""

    reading: Reading
    permissions: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def send(*, by: Writer, sheet: Sheet) -> Record:
    """Make a record of the sheet, held until the organiser has looked it through.

    A record sent before is replaced by a new version. Raises ``InputFault``.
    """
    require("recording.write", by, sheet.dialogue)
    list(Sheet.objects.select_for_update().filter(pk=sheet.pk).values_list("pk"))
    sheet = Sheet.objects.select_related("form", "dialogue", "record").get(pk=sheet.pk)
    check_open(sheet)
    made_of = assemble(sheet)
    before = _newest(sheet.record)
    given = {"language": sheet.language, "permission": sheet.permission}
    if before is None:
        made = send_record(
            by=by,
            dialogue=sheet.dialogue,
            reading=made_of.reading,
            permissions=made_of.permissions,
            **given,
        )
    elif before.sha256 == made_of.reading.sha256:
        made = before
    else:
        _check_not_begun(before)
        made = send_again(
            by=by,
            record_=before,
            reading=made_of.reading,
            permissions=made_of.permissions,
            **given,
        )
    sheet.record, sheet.state, sheet.sent_at = made, SheetState.SENT, timezone.now()
    sheet.save(update_fields=["record", "state", "sent_at"])
    detail = {"record": made.pk, "version": made.version}
    record(by=by, verb="recording.send_sheet", target=sheet, detail=detail)
    return made


@transaction.atomic
def correct(*, by: Writer, sheet: Sheet) -> None:
    """Open a sent record for writing again, until the core group begins to work with it."""
    require("recording.write", by, sheet.dialogue)
    list(Sheet.objects.select_for_update().filter(pk=sheet.pk).values_list("pk"))
    sheet.refresh_from_db()
    if sheet.state == SheetState.WRITING:
        return
    newest = _newest(sheet.record)
    if newest is not None:
        _check_not_begun(newest)
    if sheet.emptied_at is not None:
        raise _begun()
    sheet.state = SheetState.WRITING
    sheet.save(update_fields=["state"])
    record(by=by, verb="recording.correct_sheet", target=sheet, detail={})


def has_begun(made: Record) -> bool:
    """Whether the core group works with the record: it is summarised, placed or quoted."""
    used = Q(placement__isnull=False) | Q(quotes__isnull=False)
    return made.dialogue.round.status in BEGUN or made.notes.filter(used).exists()


def assemble(sheet: Sheet) -> Assembled:
    """The sheet's texts in order, letter for letter, under headings. Raises ``InputFault``."""
    fields = written(sheet)
    _check_ready(fields)
    parts: list[str] = []
    spans: list[Span] = []
    permissions: dict[int, str] = {}
    at = 0
    for one in fields:
        if one.head is None or not one.text.strip():
            continue
        heading = _heading(one, sheet.language) + "\n"
        for line in rows(one.head) if one.field.becomes_notes else ():
            permissions.update(_permission(len(spans), line, one))
            spans.append(Span(at + len(heading) + line.start, at + len(heading) + line.end))
        block = heading + one.text + "\n\n"
        parts.append(block)
        at += len(block)
    text = "".join(parts)
    name = _("Record of the dialogue")
    # The permissions belong to what was sent: changing only them is a correction too.
    seal = (
        text + "\n" + repr((sheet.language, sheet.permission, sorted(permissions.items()), spans))
    )
    kind = SourceKind.SHEET
    return Assembled(Reading(name, kind, digest(seal.encode()), text, tuple(spans)), permissions)


def _permission(place: int, line: LineRow, one: Written) -> dict[int, str]:
    permission = line.permission if one.field.is_quotable else str(Permission.NONE)
    return {place: permission} if permission else {}


def _heading(one: Written, language: str) -> str:
    return one.field.label_in(language or translation.get_language() or "fi")


def _newest(made: Record | None) -> Record | None:
    while made is not None and made.superseded:
        made = getattr(made, "replaced_by", None)
    return made


def _check_ready(fields: list[Written]) -> None:
    for one in fields:
        language = translation.get_language() or "fi"
        if len(one.heads) > 1:
            raise InputFault(
                _("A field has two texts that were written at the same time."),
                place=Place(field=one.field.label_in(language)),
                mend=_("Make one text of them, then send the record."),
            )
        if one.field.is_required and not one.text.strip():
            raise InputFault(
                _("A field that is needed is empty."),
                place=Place(field=one.field.label_in(language)),
                mend=_("Write there, or write why there is nothing to tell."),
            )
    if not any(one.text.strip() for one in fields if one.field.becomes_notes):
        raise InputFault(_("The record is empty."), mend=_("Write what was talked about."))


def _check_not_begun(made: Record) -> None:
    if has_begun(made):
        raise _begun()


def _begun() -> InputFault:
    return InputFault(
        _("The core group has begun to work with the record."),
        mend=_("Tell the core group what should be corrected."),
    )
