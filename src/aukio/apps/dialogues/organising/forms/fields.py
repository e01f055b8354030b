"""Fields that several forms share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aukio.shared.areas.models import Area


class TimeField(forms.TimeField):
    """A time of day as Finns write it: 17.30; also 17:30, and 17 for the full hour."""

    default_error_messages = {"invalid": _("Write the time like this: 17.30")}

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("input_formats", ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S", "%H"])
        settings.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**settings)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if hasattr(value, "hour") else value


class MunicipalityField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A municipality of today, by name."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(queryset=Area.objects.none(), **settings)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name())


def fill_municipalities(form: forms.Form, *names: str) -> None:
    """Give the fields today's municipalities."""
    towns = Area.objects.in_year(None).filter(kind=Area.Kind.MUNICIPALITY).order_by("name_fi")
    for name in names:
        form.fields[name].queryset = towns  # type: ignore[attr-defined]


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]
