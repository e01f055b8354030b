"""Bringing one's organisation in, and deciding about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.organising.forms.fields import MunicipalityField, fill_municipalities
from aukio.shared.organisations.models import Kind, Organisation


class ApplicationForm(forms.Form):
    name_fi = forms.CharField(
        label=_("Name of the organisation"),
        max_length=200,
        help_text=_("In Finnish, or in the language it has a name in. A group is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    kind = forms.ChoiceField(label=_("Kind of organisation"), choices=Kind.choices)
    municipality = MunicipalityField(label=_("Municipality"), required=False)
    business_id = forms.CharField(
        label=_("Business id"),
        max_length=12,
        required=False,
        help_text=_("If there is one. It prevents mix-ups."),
    )
    name_sv = forms.CharField(label=_("Name in Swedish"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    text = forms.CharField(
        label=_("Message to the core group"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        fill_municipalities(self, "municipality")


class DecisionForm(forms.Form):
    """``existing``: organisations that look like the one asked for."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", pgettext_lazy("application", "Add the organisation")),
            ("same", pgettext_lazy("application", "It is here already: let the person in")),
            ("no", pgettext_lazy("application", "Do not add it")),
        ],
    )
    existing = forms.ModelChoiceField(
        queryset=Organisation.objects.none(),
        label=_("The organisation that is here already"),
        required=False,
    )
    reason = forms.CharField(
        label=pgettext_lazy("application", "Message to the person"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed if you do not add the organisation."),
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        known = Organisation.objects.order_by("name_fi", "pk")
        self.fields["existing"].queryset = known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("decision") == "same" and not given.get("existing"):
            self.add_error("existing", _("Choose the organisation"))
        return given
