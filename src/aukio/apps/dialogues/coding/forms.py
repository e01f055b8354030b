"""What the core group says of codes and notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.coding.models import LONGEST_NAME, Code, Shape
from aukio.apps.dialogues.coding.queries.frame import FrameCode

LONG = {"rows": 3, "data-wording": "no"}
WHY = _("Reason")
WHY_HINT = _("It stays in the history, for those who coded with the old code.")


def _long(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=2000, widget=forms.Textarea(LONG)
    )


class WhyForm(forms.Form):
    """A reason, asked for every change to a code that is there."""

    why = forms.CharField(
        label=WHY, help_text=WHY_HINT, max_length=2000, widget=forms.Textarea({**LONG, "rows": 2})
    )


class CodeForm(forms.Form):
    """A new code."""

    name = forms.CharField(
        label=pgettext_lazy("code", "Name"),
        help_text=_("Short, as you would say it: “Getting to the doctor”."),
        max_length=LONGEST_NAME,
    )
    description = _long(
        _("When it is used"),
        _(
            "The name and this text are published in the open data of the round, beside notes "
            "that may be published. Write nothing here that tells who somebody is."
        ),
    )
    not_when = _long(_("When it is not used"), _("What belongs to another code instead."))
    example = _long(_("Example"), _("Words that clearly belong here."))
    shape = forms.ChoiceField(
        label=pgettext_lazy("code", "Shape"), required=False, choices=[("", ""), *Shape.choices]
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        chosen = [("", pgettext_lazy("shape", "The next one in turn")), *Shape.choices]
        self.fields["shape"].choices = chosen  # type: ignore[attr-defined]

    def words(self) -> Words:
        names = ("name", "description", "not_when", "example", "shape")
        return Words(**{name: self.cleaned_data[name] for name in names})


class NewCodeForm(CodeForm):
    parent = forms.ChoiceField(label=_("Under another code"), required=False)

    def __init__(self, *args: Any, heads: list[tuple[int, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        none = [("", pgettext_lazy("code", "Stands by itself"))]
        self.fields["parent"].choices = none + [(str(pk), name) for pk, name in heads]  # type: ignore[attr-defined]


class EditCodeForm(CodeForm, WhyForm):
    """``seen`` tells what the code said when the form was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("name", "description", "not_when", "example", "shape", "why", "seen")


class MoveForm(WhyForm):
    parent = forms.ChoiceField(label=pgettext_lazy("code", "Where it stands"), required=False)
    field_order = ("parent", "why")

    def __init__(self, *args: Any, heads: list[tuple[int, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        none = [("", pgettext_lazy("code", "Stands by itself"))]
        under = [(str(pk), _("Under “%(name)s”") % {"name": name}) for pk, name in heads]
        self.fields["parent"].choices = none + under  # type: ignore[attr-defined]


class MergeForm(WhyForm):
    codes = forms.MultipleChoiceField(
        label=_("Codes to merge"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least two codes.")},
    )
    into = forms.ChoiceField(label=pgettext_lazy("code", "Merge them into"))
    field_order = ("codes", "into", "why")

    def __init__(self, *args: Any, codes: tuple[FrameCode, ...], **settings: Any) -> None:
        super().__init__(*args, **settings)
        offered = [(str(one.id), one.full_name) for one in codes]
        self.fields["codes"].choices = offered  # type: ignore[attr-defined]
        self.fields["into"].choices = offered  # type: ignore[attr-defined]


class CopyForm(forms.Form):
    source = forms.ChoiceField(label=_("Copy the codes of"))

    def __init__(self, *args: Any, rounds: list[tuple[str, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["source"].choices = rounds  # type: ignore[attr-defined]


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("Table of codes"),
        help_text=_(
            "CSV with the columns name, parent, description, not_when, example and shape. Only "
            "the name is needed."
        ),
    )


class NotesForm(forms.Form):
    """Ticked notes of a code, and what to do with them: a new code, or a theme."""

    notes = forms.MultipleChoiceField(label=_("Notes"), widget=forms.CheckboxSelectMultiple)
    do = forms.ChoiceField(choices=[("split", "split"), ("theme", "theme")])
    name = forms.CharField(label=_("Name of the new code"), max_length=LONGEST_NAME, required=False)
    why = forms.CharField(label=WHY, help_text=WHY_HINT, required=False, max_length=2000)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    title = forms.CharField(
        label=_("Or a new theme, with the title"), max_length=160, required=False
    )

    def __init__(
        self, *args: Any, notes: list[int], themes: list[tuple[int, str]], **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self.fields["notes"].error_messages["required"] = _("Tick at least one note.")
        offered = [(str(pk), str(pk)) for pk in notes]
        self.fields["notes"].choices = offered  # type: ignore[attr-defined]
        none = [("", pgettext_lazy("theme", "Choose a theme"))]
        self.fields["theme"].choices = none + [(str(pk), name) for pk, name in themes]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("do") == "theme" and bool(given.get("theme")) is bool(given.get("title")):
            self.add_error("theme", _("Choose a theme, or write a title for a new one."))
        return given


class SettleForm(forms.Form):
    codes = forms.MultipleChoiceField(
        label=_("Codes that go on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(label=WHY, max_length=2000, widget=forms.Textarea({**LONG, "rows": 2}))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, codes: tuple[FrameCode, ...], **settings: Any) -> None:
        super().__init__(*args, **settings)
        offered = [(str(one.id), one.full_name) for one in codes]
        self.fields["codes"].choices = offered  # type: ignore[attr-defined]


def as_it_is(code: Code) -> dict[str, Any]:
    """The code's own words, to start from."""
    names = ("name", "description", "not_when", "example", "shape")
    return {name: getattr(code, name) for name in names}
