"""The headings of a round's record form, for telling which field a note stands under."""

from __future__ import annotations

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.recording.default_form import DEFAULT
from aukio.apps.dialogues.recording.fields import fields_from
from aukio.apps.dialogues.recording.models import Form


def labels_of(round: Round) -> dict[str, str]:
    """Field code by label, in every language of every version of the form. One query."""
    kept = Form.objects.filter(round=round).order_by("version").values_list("fields", flat=True)
    asked = [*DEFAULT, *(field for fields in kept for field in fields_from(fields))]
    return {label: field.code for field in asked for label in field.label.values() if label}
