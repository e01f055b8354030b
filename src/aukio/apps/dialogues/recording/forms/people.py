"""How many people took part, by age band and group: exact, for the organiser alone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aukio.shared.terms import queries as terms

MOST = 10_000


def _number(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class PeopleForm(forms.Form):
    """Fields ``band_…`` and ``group_…`` by code of the vocabularies."""

    participants = forms.IntegerField(
        label=_("Participants"), required=False, min_value=0, max_value=MOST
    )

    def __init__(self, *given: Any, **settings: Any) -> None:
        super().__init__(*given, **settings)
        for code, label in terms.choices("age-bands"):
            self.fields[f"band_{code}"] = _number(label)
        for code, label in terms.choices("participant-groups"):
            self.fields[f"group_{code}"] = _number(label)

    def counts(self, part: str) -> dict[str, int]:
        """By code; ``part`` is "band" or "group"."""
        return {
            name.removeprefix(f"{part}_"): number
            for name, number in self.cleaned_data.items()
            if name.startswith(f"{part}_") and number
        }

    @property
    def bands(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("band_")]

    @property
    def groups(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("group_")]
