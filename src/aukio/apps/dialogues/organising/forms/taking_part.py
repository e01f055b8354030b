"""Signing up without an account; looking for dialogues to come to."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.dialogues.organising.forms.fields import choose
from aukio.apps.dialogues.organising.queries.coming import Asked
from aukio.ui.dates import DateField


def _calendar() -> forms.DateInput:
    """One box: the browser's own calendar."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ChangeForm(forms.Form):
    """What one has told, to be corrected."""

    name = forms.CharField(
        label=_("Name or nickname"),
        max_length=80,
        help_text=_("So that the organiser can greet you. It need not be your real name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    access = forms.CharField(
        label=_("What you need to take part"),
        max_length=500,
        required=False,
        help_text=_("For example a wheelchair, an interpreter, a quiet room."),
        widget=forms.TextInput,
    )
    diet = forms.CharField(
        label=_("Diet and allergies"), max_length=500, required=False, widget=forms.TextInput
    )


class SignUpForm(ChangeForm):
    email = forms.EmailField(
        label=pgettext_lazy("field", "E-mail address"),
        required=False,
        help_text=_("Not required. We send your own link and a reminder, nothing else."),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    field_order = ["name", "email", "access", "diet", "once"]

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings["initial"] = {"once": uuid.uuid4(), **settings.get("initial", {})}
        super().__init__(*args, **settings)


class ComingForm(forms.Form):
    county = forms.ChoiceField(label=_("Wellbeing services county"), required=False)
    language = forms.ChoiceField(label=pgettext_lazy("dialogue", "Language"), required=False)
    first = DateField(label=pgettext_lazy("list", "From"), required=False, widget=_calendar())
    last = DateField(label=pgettext_lazy("list", "To"), required=False, widget=_calendar())
    round = forms.ChoiceField(label=pgettext_lazy("list", "Round"), required=False)

    def __init__(
        self,
        data: Any,
        *,
        counties: Iterable[tuple[str, str]],
        languages: Iterable[tuple[str, str]],
        rounds: Iterable[tuple[str, str]],
    ) -> None:
        super().__init__(data, auto_id="%s")
        everything = ("", pgettext("list", "All"))
        for name, options in (("county", counties), ("language", languages), ("round", rounds)):
            choose(self, name, [everything, *options])

    def asked(self) -> Asked:
        """What was asked for; anything that cannot be understood is left out."""
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return Asked(**{name: given[name] for name in self.fields if given.get(name)})
