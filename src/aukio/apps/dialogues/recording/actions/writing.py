"""Saving what scribes write, field by field. Nothing that somebody wrote is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.files import storable
from aukio.apps.dialogues.models import LANGUAGES, Dialogue, Permission
from aukio.apps.dialogues.recording.models import Entry, Scribe, Sheet, SheetState
from aukio.apps.dialogues.recording.queries.forms import form_of
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.audit.actions import record

LONGEST = 500_000  # characters of one field
KEPT_EVERY = timedelta(minutes=5)  # of one page's saves, one in this time stays as a version
Writer = Person | Code | None


@dataclass(frozen=True)
class Saved:
    """``entry`` holds the text now; ``others`` are texts somebody else wrote meanwhile."""

    entry: Entry
    others: tuple[Entry, ...]


@transaction.atomic
def begin(*, by: Writer, dialogue: Dialogue) -> Sheet:
    """The dialogue's sheet, made on the round's newest form when there is none yet."""
    require("recording.write", by, dialogue)
    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    there = Sheet.objects.select_related("form", "dialogue").filter(dialogue=dialogue).first()
    if there is not None:
        return there
    form = form_of(dialogue.round)
    if not form.pk:
        form.version = 1
        form.save()
    made = Sheet.objects.create(dialogue=dialogue, form=form)
    record(by=by, verb="recording.begin_sheet", target=made, detail={"dialogue": dialogue.pk})
    return made


@transaction.atomic
def save_text(
    *,
    by: Writer,
    sheet: Sheet,
    field: str,
    text: str,
    base: int | None,
    session: str = "",
    mine: Sequence[str] = (),
) -> Saved:
    """Save a field. ``base`` is the entry that was read before writing, None for none.

    ``session`` names the page; ``mine`` the pages that this text was written on before, so that
    a page whose answer was lost goes on from its own. When somebody else has saved another text
    since ``base``, both stay. Raises ``InputFault``. Not in the audit chain: it is kept every
    few seconds, and each entry tells its own writer and time.
    """
    require("recording.write", by, sheet.dialogue)
    sheet = _locked(sheet)
    check_open(sheet)
    words = _checked(sheet, field, text)
    heads = list(sheet.entries.filter(field=field, is_head=True).order_by("pk"))
    own = _own_head(heads, base, {session, *mine} - {""})
    same = next((one for one in heads if one.text == words), None)
    if same is not None and (own is None or same == own):
        return Saved(same, tuple(one for one in heads if one != same))
    made = _write_on(sheet, field, words, own, by, session)
    return Saved(made, tuple(one for one in heads if one != own))


@transaction.atomic
def settle(*, by: Writer, sheet: Sheet, field: str, text: str, heads: Sequence[int]) -> Saved:
    """Make one text of those that were written at the same time; the others stay as versions.

    ``heads`` are the texts the person saw; one saved since then stays beside the new text.
    """
    require("recording.write", by, sheet.dialogue)
    sheet = _locked(sheet)
    check_open(sheet)
    words = _checked(sheet, field, text)
    now = list(sheet.entries.filter(field=field, is_head=True).order_by("pk"))
    seen = [one for one in now if one.pk in set(heads)]
    made = Entry.objects.create(
        sheet=sheet,
        field=field,
        text=words,
        parent=seen[-1] if seen else None,
        writer=name_of(by),
        at=timezone.now(),
    )
    Entry.objects.filter(pk__in=[one.pk for one in seen]).update(is_head=False)
    detail = {"field": field, "entries": [one.pk for one in seen]}
    record(by=by, verb="recording.settle_texts", target=sheet, detail=detail)
    return Saved(made, tuple(one for one in now if one not in seen))


@transaction.atomic
def set_facts(*, by: Writer, sheet: Sheet, language: str, permission: str) -> None:
    """Say the record's language ("" to be recognised) and what may be published of it."""
    require("recording.write", by, sheet.dialogue)
    sheet = _locked(sheet)
    check_open(sheet)
    if permission not in Permission.values or (language and language not in LANGUAGES):
        raise InputFault(
            _("The language or the permission is not one of those offered."),
            mend=_("Choose from the list."),
        )
    if (sheet.language, sheet.permission) == (language, permission):
        return
    detail = {"language": language, "permission": permission}
    Sheet.objects.filter(pk=sheet.pk).update(**detail)
    record(by=by, verb="recording.set_facts", target=sheet, detail=detail)


def check_open(sheet: Sheet) -> None:
    """Raise when nothing more is written on the sheet."""
    if sheet.state == SheetState.WRITING and sheet.emptied_at is None:
        return
    raise InputFault(
        _("The record has already been sent. What you wrote stays on your device."),
        mend=_("Choose “Correct the record” first, then save again."),
    )


def name_of(by: Writer) -> str:
    """How the others see who wrote: the scribe's name, or the organiser's."""
    if isinstance(by, Code):
        scribe = Scribe.objects.filter(code=by).first()
        return scribe.name if scribe else ""
    return str(by.name or by.email)[:80] if by else ""


def _locked(sheet: Sheet) -> Sheet:
    """The sheet as it is now; others who save wait for their turn."""
    found = Sheet.objects.select_for_update().filter(pk=sheet.pk)
    list(found.values_list("pk"))
    return Sheet.objects.select_related("form", "dialogue").get(pk=sheet.pk)


def _checked(sheet: Sheet, field: str, text: str) -> str:
    """The text as it is kept: browsers send line ends as CR LF."""
    known = {one.code for one in sheet.form.asked}
    if field not in known:
        raise InputFault(
            _("The record has no such field."), mend=_("Open the record again and write there.")
        )
    words = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(words) > LONGEST:
        raise InputFault(
            _("The text is too long for one field."),
            place=Place(field=field),
            mend=_("Divide it over several fields."),
        )
    return storable(words, "")


def _own_head(heads: list[Entry], base: int | None, sessions: set[str]) -> Entry | None:
    """The head this text goes on from: the one that was read, or one's own sent before."""
    read = next((one for one in heads if one.pk == base), None)
    return read or next((one for one in reversed(heads) if one.session in sessions), None)


def _write_on(
    sheet: Sheet, field: str, text: str, own: Entry | None, by: Writer, session: str
) -> Entry:
    now = timezone.now()
    made = Entry.objects.create(
        sheet=sheet,
        field=field,
        text=text,
        parent=own,
        session=session[:40],
        writer=name_of(by),
        at=now,
    )
    if own is not None:
        _leave(own, made)
    return made


def _leave(own: Entry, made: Entry) -> None:
    """Keep what was written on from as a version, unless the same page saved it just now."""
    parent = own.parent
    is_draft = bool(own.session) and own.session == made.session and parent is not None
    if is_draft and parent is not None and made.at - parent.at < KEPT_EVERY:
        made.parent = parent
        made.save(update_fields=["parent"])
        own.delete()
        return
    own.is_head = False
    own.save(update_fields=["is_head"])
