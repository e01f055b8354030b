"""A form field for a date in three boxes, as Finns write dates: day, month, year."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DateWidget(forms.Widget):
    """Reads ``name-day``, ``name-month``, ``name-year``; drawn by ``{% field %}``."""

    @staticmethod
    def parts(value: Any) -> tuple[str, str, str]:
        """Day, month and year to show for a date, for typed text, or for nothing."""
        if isinstance(value, datetime.date):
            return str(value.day), str(value.month), str(value.year)
        pieces = [*str(value or "").split("."), "", "", ""]
        return pieces[0], pieces[1], pieces[2]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        if name in data:
            return str(data[name]).strip()
        typed = [str(data.get(f"{name}-{part}", "")).strip() for part in ("day", "month", "year")]
        return ".".join(typed) if any(typed) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(key in data for key in (name, f"{name}-day", f"{name}-year"))

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day" if id_ else ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """Outside ``{% field %}``: one box with the date written out."""
        text = ".".join(part for part in self.parts(value) if part)
        return forms.TextInput().render(name, text, attrs, renderer)


class DateField(forms.DateField):
    """Day, month, year. Also takes ``31.12.2026`` and ``2026-12-31`` in one value."""

    widget = DateWidget
    default_error_messages = {
        "required": _("Enter a date"),
        "invalid": _("Enter a real date, such as 27 3 2027"),
    }

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("input_formats", ["%d.%m.%Y", "%Y-%m-%d"])
        super().__init__(**settings)
