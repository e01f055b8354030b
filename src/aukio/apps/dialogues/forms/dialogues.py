"""Looking for dialogues; registering one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.shared.areas.models import Area
from aukio.shared.organisations.models import Organisation
from aukio.shared.terms.queries import choices
from aukio.ui.dates import DateField


class DialogueFilterForm(forms.Form):
    q = forms.CharField(label=pgettext_lazy("list", "Organiser, place or title"), required=False)
    county = forms.ChoiceField(label=_("Wellbeing services county"), required=False)

    def __init__(self, data: Any, *, counties: Iterable[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="%s")
        self.fields["county"].choices = [("", pgettext("list", "All")), *counties]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """What was asked for; anything that cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return {"words": given.get("q", "").strip(), "county": given.get("county", "")}


class DialogueForm(forms.Form):
    """Registering a dialogue."""

    title = forms.CharField(
        label=pgettext_lazy("dialogue", "Title"),
        max_length=200,
        help_text=_("For example the organiser and the place."),
    )
    organiser = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Organiser"), required=False
    )
    place = forms.CharField(
        label=pgettext_lazy("dialogue", "Place"),
        max_length=200,
        required=False,
        help_text=_("For example: the reading room of the library."),
    )
    municipality = forms.ModelChoiceField(
        queryset=Area.objects.none(), label=_("Municipality"), required=False
    )
    date = DateField(label=pgettext_lazy("dialogue", "Date"), required=False)
    mode = forms.ChoiceField(
        label=_("How people meet"),
        choices=choices("dialogue-modes"),
        required=False,
        widget=forms.RadioSelect,
    )
    participants = forms.IntegerField(
        label=_("Participants"), required=False, min_value=0, max_value=10_000
    )

    def __init__(self, *args: Any, organisers: Any, may_be_open: bool, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["organiser"].queryset = organisers  # type: ignore[attr-defined]
        self.fields["organiser"].required = not may_be_open
        towns = Area.objects.in_year(None).filter(kind=Area.Kind.MUNICIPALITY)
        field = self.fields["municipality"]
        field.queryset = towns.order_by("name_fi")  # type: ignore[attr-defined]
        field.label_from_instance = Area.name  # type: ignore[attr-defined]
