"""What the core group says of themes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TITLE = 160


class ThemeNameForm(forms.Form):
    """A theme's title and description in three languages; one title is enough."""

    title_fi = forms.CharField(label=_("Title in Finnish"), max_length=TITLE, required=False)
    title_sv = forms.CharField(label=_("Title in Swedish"), max_length=TITLE, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=TITLE, required=False)
    description_fi = forms.CharField(
        label=_("Description in Finnish"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    description_sv = forms.CharField(
        label=_("Description in Swedish"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    description_en = forms.CharField(
        label=_("Description in English"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def words(self, field: str) -> dict[str, str]:
        return {code: self.cleaned_data[f"{field}_{code}"] for code in ("fi", "sv", "en")}


class MergeForm(forms.Form):
    """Themes to put together, and the one that stays."""

    themes = forms.MultipleChoiceField(
        label=_("Themes to merge"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least two themes.")},
    )
    into = forms.ChoiceField(label=_("Merge them into"), required=False)

    def __init__(self, *args: Any, themes: list[tuple[int, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        offered = [(str(pk), title) for pk, title in themes]
        self.fields["themes"].choices = offered  # type: ignore[attr-defined]
        self.fields["into"].choices = [("", _("The first one ticked")), *offered]  # type: ignore[attr-defined]


class NotesForm(forms.Form):
    """Notes that are ticked, and what to do with them: to another theme, or to a new one."""

    notes = forms.MultipleChoiceField(
        label=_("Notes"), widget=forms.CheckboxSelectMultiple, required=False
    )
    to = forms.ChoiceField(label=_("Move the ticked notes to"), required=False)
    title = forms.CharField(
        label=_("Or to a new theme, with the title"), max_length=TITLE, required=False
    )
    do = forms.ChoiceField(choices=[("move", "move"), ("split", "split")])

    def __init__(
        self, *args: Any, notes: list[int], themes: list[tuple[int, str]], **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self.fields["notes"].choices = [(str(pk), str(pk)) for pk in notes]  # type: ignore[attr-defined]
        chosen = [("", pgettext_lazy("theme", "Choose a theme"))]
        self.fields["to"].choices = [*chosen, *((str(pk), title) for pk, title in themes)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("notes"):
            self.add_error("notes", _("Tick at least one note."))
        if given.get("do") == "move" and not given.get("to"):
            self.add_error("to", _("Choose the theme to move them to."))
        if given.get("do") == "split" and not given.get("title", "").strip():
            self.add_error("title", _("Write a title for the new theme."))
        return given
