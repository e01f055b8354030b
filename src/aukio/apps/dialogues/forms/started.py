"""What a form was opened with, carried along so that nobody overwrites another unknowingly."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing

SALT = "dialogues.started-from"


class StartedFromField(forms.CharField):
    """A hidden, signed state: only ever compared, never stored.

    Cleaned it is the state; none when it was not sent, which asks nothing. One that cannot be
    read is an empty state, and so differs from whatever is there now: the writer compares.
    """

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def prepare_value(self, value: Any) -> Any:
        return sealed(value) if isinstance(value, dict) else value

    def clean(self, value: Any) -> dict[str, Any] | None:
        if not value:
            return None
        try:
            return dict(signing.loads(str(value), salt=SALT))
        except signing.BadSignature:
            return {}


def sealed(state: dict[str, Any]) -> str:
    """The state as the form carries it."""
    return signing.dumps(state, salt=SALT, compress=True)
