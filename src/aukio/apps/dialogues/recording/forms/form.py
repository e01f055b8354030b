"""The core group's form editor: one group of fields for each field of the record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.recording.fields import Field, in_language

LANGUAGES = ("fi", "sv", "en")
SPARE = 1  # empty places at the end, for a new field


class FieldForm(forms.Form):
    """``code`` is kept: texts of earlier versions belong to it."""

    code = forms.SlugField(max_length=39, required=False, widget=forms.HiddenInput)
    order = forms.IntegerField(
        label=pgettext_lazy("order", "Place"),
        min_value=1,
        max_value=99,
        error_messages={"required": _("Write a number.")},
    )
    label_fi = forms.CharField(label=_("Name in Finnish"), max_length=120, required=False)
    label_sv = forms.CharField(label=_("Name in Swedish"), max_length=120, required=False)
    label_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    help_fi = forms.CharField(
        label=_("Advice in Finnish"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    help_sv = forms.CharField(
        label=_("Advice in Swedish"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    help_en = forms.CharField(
        label=_("Advice in English"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_required = forms.BooleanField(label=_("Needed before the record is sent"), required=False)
    becomes_notes = forms.BooleanField(
        label=_("Each line becomes a note that is read and placed in a theme"), required=False
    )
    is_quotable = forms.BooleanField(label=_("May be quoted, with permission"), required=False)
    remove = forms.BooleanField(label=pgettext_lazy("field", "Remove this field"), required=False)

    @property
    def heading(self) -> str:
        """The field's name in the reader's language; none for a field not yet there."""
        names = {code: str(self[f"label_{code}"].value() or "") for code in LANGUAGES}
        return in_language(names, get_language() or "fi") if self["code"].value() else ""

    @property
    def is_empty(self) -> bool:
        """A spare place that nothing was written into."""
        given = self.cleaned_data
        return not given["code"] and not any(given[f"label_{code}"] for code in LANGUAGES)

    def field(self, code: str) -> Field:
        given = self.cleaned_data
        return Field(
            code=given["code"] or code,
            label={language: given[f"label_{language}"].strip() for language in LANGUAGES},
            help={language: given[f"help_{language}"].strip() for language in LANGUAGES},
            is_required=given["is_required"],
            becomes_notes=given["becomes_notes"],
            is_quotable=given["is_quotable"],
        )


FieldForms = forms.formset_factory(FieldForm, extra=0, max_num=40, absolute_max=60)


def initial_of(fields: tuple[Field, ...]) -> list[dict[str, Any]]:
    kept = []
    for place, one in enumerate(fields, 1):
        words = {f"label_{code}": one.label.get(code, "") for code in LANGUAGES}
        words |= {f"help_{code}": one.help.get(code, "") for code in LANGUAGES}
        flags = {
            "is_required": one.is_required,
            "becomes_notes": one.becomes_notes,
            "is_quotable": one.is_quotable,
        }
        kept.append({"code": one.code, "order": place, **words, **flags})
    spare = {"order": len(fields) + 1, "becomes_notes": True, "is_quotable": True}
    return [*kept, *([spare] * SPARE)]


def fields_of(forms_: Any) -> list[Field]:
    """The fields as they were sent, in their places; new ones get a mark of their own."""
    kept = [one for one in forms_ if not one.is_empty and not one.cleaned_data["remove"]]
    taken = {one.cleaned_data["code"] for one in kept}
    free = (f"field{number}" for number in range(1, 1_000) if f"field{number}" not in taken)
    ordered = sorted(kept, key=lambda one: one.cleaned_data["order"])
    return [one.field(one.cleaned_data["code"] or next(free)) for one in ordered]
