"""What is chosen, linked and decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ChooseForm(forms.Form):
    """Looking for a place, a group or a language by name."""

    q = forms.CharField(
        label=pgettext_lazy("slice", "Municipality, county, group or language"),
        required=False,
        max_length=100,
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="%s")

    @property
    def words(self) -> str:
        self.full_clean()
        return str(getattr(self, "cleaned_data", {}).get("q", "")).strip()


class PairForm(forms.Form):
    """Two themes to link by hand."""

    one = forms.TypedChoiceField(label=_("Theme"), coerce=int)
    other = forms.TypedChoiceField(label=_("Theme of another round"), coerce=int)

    def __init__(self, data: Any, *, themes: list[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="%s")
        given = [("", _("Choose a theme")), *themes]
        self.fields["one"].choices = given  # type: ignore[attr-defined]
        self.fields["other"].choices = given  # type: ignore[attr-defined]
