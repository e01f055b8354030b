"""The form in use, and its earlier versions."""

from __future__ import annotations

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.recording.default_form import DEFAULT
from aukio.apps.dialogues.recording.models import Form


def form_of(round: Round) -> Form:
    """The newest version; the default, not stored, when the core group has made none."""
    newest = Form.objects.filter(round=round).order_by("-version").first()
    return newest or Form(round=round, version=0, fields=[one.as_dict() for one in DEFAULT])


def versions_of(round: Round) -> list[Form]:
    return list(Form.objects.filter(round=round).select_related("made_by").order_by("-version"))
