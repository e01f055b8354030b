"""Looking for rounds; describing a round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.dialogues.actions.rounds import TAKEN_ADDRESSES
from aukio.apps.dialogues.models import RoundStatus, Season
from aukio.apps.dialogues.queries.pages.rounds import RoundFilter


class RoundFilterForm(forms.Form):
    """What to look for in the list; anything that cannot be understood is left out."""

    q = forms.CharField(label=pgettext_lazy("list", "Words in the title"), required=False)
    year = forms.TypedChoiceField(
        label=pgettext_lazy("list", "Year"), required=False, coerce=int, empty_value=None
    )
    status = forms.ChoiceField(label=pgettext_lazy("list", "Stage"), required=False)

    def __init__(self, data: Any, *, years: Iterable[int]) -> None:
        super().__init__(data, auto_id="%s")
        every: list[tuple[Any, Any]] = [("", pgettext("list", "All"))]
        self.fields["year"].choices = [*every, *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        shown = [one for one in RoundStatus if one != RoundStatus.PLANNED]
        self.fields["status"].choices = [*every, *((one.value, one.label) for one in shown)]  # type: ignore[attr-defined]

    def asked(self) -> RoundFilter:
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return RoundFilter(
            words=given.get("q", "").strip(),
            year=given.get("year"),
            status=given.get("status", ""),
        )


class RoundForm(forms.Form):
    """A round's texts in three languages, its season and its days."""

    title_fi = forms.CharField(
        label=_("Theme in Finnish"),
        max_length=200,
        required=False,
        help_text=_(
            "Write the theme in at least one language. If it has not been chosen yet, "
            "write a working title."
        ),
    )
    title_sv = forms.CharField(label=_("Theme in Swedish"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Theme in English"), max_length=200, required=False)
    description_fi = forms.CharField(
        label=_("Description in Finnish"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    description_sv = forms.CharField(
        label=_("Description in Swedish"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    description_en = forms.CharField(
        label=_("Description in English"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def words(self, field: str) -> dict[str, str]:
        return {code: self.cleaned_data[f"{field}_{code}"] for code in ("fi", "sv", "en")}

    days = forms.CharField(
        label=_("Dialogue days"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-wording": "no"}),
        help_text=_("One day on a line, such as 6.10.2026."),
    )

    def clean(self) -> dict[str, Any]:
        """The title is asked for at its own field, in the words of the form."""
        given = super().clean() or {}
        named = {"title_fi", "title_sv", "title_en"}
        if not named & set(self.errors) and not any(given.get(name) for name in named):
            self.add_error("title_fi", _("Write the theme in at least one language."))
        return given

    def clean_days(self) -> list[Any]:
        """The days as dates; a line that is none is told apart."""
        reader = forms.DateField(input_formats=["%d.%m.%Y", "%Y-%m-%d"])
        found = []
        for line in self.cleaned_data["days"].splitlines():
            if not line.strip():
                continue
            try:
                found.append(reader.clean(line.strip()))
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    _("“%(line)s” is not a day. Write it like 6.10.2026."),
                    params={"line": line.strip()},
                ) from error
        return found


class NewRoundForm(RoundForm):
    """What is chosen once, when the round begins."""

    slug = forms.SlugField(
        label=_("Address of the round"),
        max_length=80,
        help_text=_("Part of the web address, such as everyday-safety-2026."),
        error_messages={
            "invalid": _("Write the address with the letters a–z, digits and hyphens only.")
        },
    )
    season = forms.ChoiceField(
        label=pgettext_lazy("round", "Season"), choices=Season.choices, widget=forms.RadioSelect
    )
    year = forms.IntegerField(label=pgettext_lazy("round", "Year"))
    field_order = ("title_fi", "title_sv", "title_en", "season", "year", "slug", "days")

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if slug in TAKEN_ADDRESSES:
            raise forms.ValidationError(_("That address is used by the service itself."))
        return slug


class StageForm(forms.Form):
    """Where the round is; each stage says what it lets people do. Publishing has its own page."""

    STAGES = (
        (
            RoundStatus.PLANNED,
            _(
                "Being planned: the core group and organisers prepare it. "
                "Nobody else sees the round."
            ),
        ),
        (
            RoundStatus.OPEN,
            _(
                "Open: everyone sees the round. Organisers register dialogues and people "
                "sign up for them."
            ),
        ),
        (
            RoundStatus.COLLECTING,
            _("Collecting records: records come in. Dialogues can still be registered."),
        ),
        (
            RoundStatus.SUMMARISING,
            _(
                "Summary being written: dialogues are no longer registered, and scribes no "
                "longer correct their records."
            ),
        ),
    )

    status = forms.ChoiceField(
        label=pgettext_lazy("round", "Stage of the round"),
        choices=[(status.value, text) for status, text in STAGES],
        widget=forms.RadioSelect,
    )
