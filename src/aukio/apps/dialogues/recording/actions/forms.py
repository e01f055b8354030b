"""Deciding what the scribes of a round are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.recording.fields import Field
from aukio.apps.dialogues.recording.models import Form
from aukio.apps.dialogues.recording.queries.forms import form_of
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

MOST_FIELDS = 30
_CODE = re.compile(r"[a-z][a-z0-9_]{0,38}")


@transaction.atomic
def save_form(*, by: Person | None, round: Round, fields: Sequence[Field]) -> Form:
    """Keep a new version. Sheets already begun stay on theirs. Raises ``InputFault``."""
    require("recording.edit_form", by, round)
    list(Round.objects.select_for_update().filter(pk=round.pk).values_list("pk"))
    _check(fields)
    now = form_of(round)
    if now.pk and now.asked == tuple(fields):
        return now
    made = Form.objects.create(
        round=round,
        version=(now.version if now.pk else 0) + 1,
        fields=[one.as_dict() for one in fields],
        made_by=by,
    )
    detail = {"version": made.version, "fields": [one.code for one in fields]}
    record(by=by, verb="recording.save_form", target=made, detail=detail)
    return made


def _check(fields: Sequence[Field]) -> None:
    codes = [one.code for one in fields]
    if len(set(codes)) != len(codes) or not all(_CODE.fullmatch(code) for code in codes):
        raise InputFault(
            _("Two fields have the same mark, or a mark cannot be used."),
            mend=_("Give each field its own mark: small letters, digits and underscores."),
        )
    if not any(one.becomes_notes for one in fields):
        raise InputFault(
            _("None of the fields becomes notes."),
            mend=_("Leave at least one field that does: without notes there is nothing to read."),
        )
    if len(fields) > MOST_FIELDS:
        raise InputFault(
            _("There are too many fields for one record."),
            mend=_("Use at most %(count)d.") % {"count": MOST_FIELDS},
        )
    for one in fields:
        if not all(one.label.get(code, "").strip() for code in ("fi", "sv", "en")):
            raise InputFault(
                _("A field has no name in one of the languages."),
                place=Place(field=one.code),
                mend=_("Write its name in Finnish, Swedish and English."),
            )
