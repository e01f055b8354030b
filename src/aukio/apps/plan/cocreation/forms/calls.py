"""Preparing a call."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from aukio.apps.plan.cocreation.actions.calls import GUIDANCE, TITLE, Asked
from aukio.apps.plan.cocreation.models import Call, Question
from aukio.shared.i18n.languages import NAMES
from aukio.ui.dates import DateField


def _title(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=TITLE)


def _guidance(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=GUIDANCE, widget=forms.Textarea(attrs={"rows": 5})
    )


class CallForm(forms.Form):
    title_fi = _title(gettext_lazy("Title in Finnish"))
    title_sv = _title(gettext_lazy("Title in Swedish"))
    title_en = _title(gettext_lazy("Title in English"))
    guidance_fi = _guidance(gettext_lazy("Guidance in Finnish"))
    guidance_sv = _guidance(gettext_lazy("Guidance in Swedish"))
    guidance_en = _guidance(gettext_lazy("Guidance in English"))
    opens = DateField(label=pgettext_lazy("call", "First day"))
    closes = DateField(label=pgettext_lazy("call", "Last day"))
    questions = forms.MultipleChoiceField(
        label=gettext_lazy("What is asked besides what should change?"),
        choices=[(one.value, one.label) for one in Question if one is not Question.CHANGE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=[Question.PROBLEM.value, Question.CARRIER.value],
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages in which proposals may be written"),
        choices=list(NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
        initial=["fi", "sv", "en"],
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        opens, closes = given.get("opens"), given.get("closes")
        if opens and closes and closes < opens:
            self.add_error("closes", _("Choose a last day that is the first day or later."))
        return given

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            title={code: given[f"title_{code}"] for code in ("fi", "sv", "en")},
            guidance={code: given[f"guidance_{code}"] for code in ("fi", "sv", "en")},
            opens=given["opens"],
            closes=given["closes"],
            questions=given["questions"],
            languages=given["languages"],
        )


class NewCallForm(CallForm):
    slug = forms.SlugField(
        label=gettext_lazy("Address"),
        max_length=60,
        help_text=gettext_lazy("Short and lasting, such as 2027-spring. It cannot be changed."),
    )

    field_order = ("slug",)


def as_it_is(call: Call) -> dict[str, Any]:
    """The call's values for the form to begin with."""
    names = [name for name in CallForm.base_fields if name != "revision"]
    return {**{name: getattr(call, name) for name in names}, "revision": call.revision}
