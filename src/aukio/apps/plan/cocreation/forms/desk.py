"""The team's forms: titles of themes, moving proposals, responding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from aukio.apps.plan.cocreation.actions.responding import LONGEST_REASON, Answer
from aukio.apps.plan.cocreation.actions.themes import TITLE
from aukio.apps.plan.cocreation.models import Decision
from aukio.apps.plan.models import Measure
from aukio.shared.numbers import whole


class ThemeForm(forms.Form):
    title_fi = forms.CharField(
        label=gettext_lazy("Title in Finnish"), max_length=TITLE, required=False
    )
    title_sv = forms.CharField(
        label=gettext_lazy("Title in Swedish"), max_length=TITLE, required=False
    )
    title_en = forms.CharField(
        label=gettext_lazy("Title in English"), max_length=TITLE, required=False
    )

    def title(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"title_{code}"] for code in ("fi", "sv", "en")}


class MoveForm(forms.Form):
    """Where the ticked proposals go."""

    to = forms.ChoiceField(label=gettext_lazy("Move the ticked proposals to"))

    def __init__(self, data: Any = None, *, themes: Sequence[tuple[int, str]]) -> None:
        super().__init__(data)
        choices = [(str(pk), name) for pk, name in themes]
        self.fields["to"] = forms.ChoiceField(label=self.fields["to"].label, choices=choices)


class MergeForm(forms.Form):
    """Which theme goes into which."""

    theme = forms.ChoiceField(label=gettext_lazy("Theme that is merged"))
    into = forms.ChoiceField(label=gettext_lazy("Theme that stays"))

    def __init__(self, data: Any = None, *, themes: Sequence[tuple[int, str]]) -> None:
        super().__init__(data)
        choices = [("", "–"), *((str(pk), name) for pk, name in themes)]
        for name, given in list(self.fields.items()):
            self.fields[name] = forms.ChoiceField(label=given.label, choices=choices)


class AnswerForm(forms.Form):
    """One response, for one proposal or several. ``seen`` is ``id:sequence`` with spaces."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=Decision.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("The reason"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST_REASON,
        help_text=gettext_lazy("Tell the proposer plainly why it was decided so."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the response"),
        choices=[
            ("fi", gettext_lazy("Finnish")),
            ("sv", gettext_lazy("Swedish")),
            ("en", gettext_lazy("English")),
        ],
    )
    measure = forms.ModelChoiceField(
        label=gettext_lazy("Measure it led to"),
        queryset=Measure.objects.none(),
        required=False,
        empty_label=pgettext_lazy("measure", "None of these"),
        help_text=gettext_lazy("For what is taken in or partly taken in."),
    )
    led_to = forms.CharField(
        label=gettext_lazy("Or what it led to in the draft plan"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Such as the name of a new commitment."),
    )
    passed_to = forms.CharField(
        label=gettext_lazy("Authority it is passed on to"), max_length=200, required=False
    )
    responder = forms.CharField(
        label=gettext_lazy("Who responds"),
        max_length=200,
        help_text=gettext_lazy("The unit or working group. Shown with the response."),
    )
    correction = forms.CharField(
        label=gettext_lazy("Why the earlier response is corrected"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Needed only where there is a response already. Shown with it."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20000)

    def __init__(self, data: Any = None, *, measures: Any, **settings: Any) -> None:
        super().__init__(data, **settings)
        self.fields["measure"].queryset = measures  # type: ignore[attr-defined]

    def answer(self) -> Answer:
        names = [name for name in self.fields if name != "seen"]
        return Answer(**{name: self.cleaned_data[name] for name in names})


def write_seen(seen: Mapping[int, int]) -> str:
    return " ".join(f"{pk}:{sequence}" for pk, sequence in sorted(seen.items()))


def read_seen(text: str) -> dict[int, int]:
    """What the page showed; what cannot be read is left out."""
    parts = (part.partition(":") for part in text.split())
    pairs = ((whole(pk), whole(sequence)) for pk, _colon, sequence in parts)
    return {pk: sequence for pk, sequence in pairs if pk is not None and sequence is not None}
