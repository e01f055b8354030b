"""The team's forms: amendments, milestones, people, reviews, figures."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from aukio.apps.plan.actions.amending import AMENDABLE
from aukio.apps.plan.fields import amended_label
from aukio.apps.plan.forms.reporting import EvidenceForm
from aukio.apps.plan.models import Completion, Evidence, IndicatorDefinition, Review
from aukio.shared.i18n.languages import NAMES
from aukio.ui.dates import DateField


def long_text(label: Any, rows: int = 4, **rest: Any) -> forms.CharField:
    """A box of several lines."""
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=20_000, **rest
    )


def plain(value: Any) -> str:
    """A field's value as text, with line ends as the database has them."""
    if hasattr(value, "strftime"):
        return f"{value.day}.{value.month}.{value.year}"
    return str(value or "").replace("\r\n", "\n").strip()


NEW = "new"  # the choice of something that is not there yet


class VersionedForm(forms.Form):
    """A form that knows which version the writer read, and what it said (``before``, JSON)."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    before = forms.CharField(widget=forms.HiddenInput, max_length=200_000, required=False)

    @classmethod
    def of(cls, values: dict[str, Any], revision: int, data: Any = None) -> Any:
        """The form filled with what is there now, or with what was sent."""
        before = json.dumps({name: plain(value) for name, value in values.items()})
        return cls(data or None, initial={**values, "revision": revision, "before": before})

    def texts_before(self) -> dict[str, str]:
        """What the fields said when the writer began; empty when that is not known."""
        try:
            found = json.loads(self.data.get("before", ""))
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


class AmendForm(VersionedForm):
    """A change in mid-term: what, why, when and by whose decision."""

    why = long_text(pgettext_lazy("amendment", "Why is the plan changed?"))
    decided = DateField(label=pgettext_lazy("amendment", "Day of the decision"))
    approved_by = forms.CharField(
        label=pgettext_lazy("amendment", "Who decided?"),
        max_length=300,
        help_text=gettext_lazy("A body or a person, such as the cooperation group of the plan."),
    )

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name in AMENDABLE:
            self.fields[name] = self._field(name)

    def _field(self, name: str) -> forms.CharField:
        """A box of several lines for a text, and for whatever has several lines already."""
        if name.startswith("text") or "\n" in str(self.initial.get(name, "")):
            return long_text(amended_label(name), 5, required=False)
        return forms.CharField(label=amended_label(name), max_length=20_000, required=False)

    def values(self) -> dict[str, str]:
        """What the measure is to say."""
        return {name: plain(self.cleaned_data[name]) for name in AMENDABLE}


class MilestoneForm(VersionedForm):
    title = forms.CharField(
        label=pgettext_lazy("milestone", "What will be ready?"), max_length=1000
    )
    due = forms.CharField(
        label=pgettext_lazy("milestone", "By when?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A day such as 31.12.2026, or as the plan says it."),
    )
    done = DateField(
        label=pgettext_lazy("milestone", "Day on which it was done"),
        required=False,
        help_text=gettext_lazy("Leave empty while it is not done."),
    )


class NewMilestoneForm(forms.Form):
    title = forms.CharField(
        label=pgettext_lazy("milestone", "What will be ready?"), max_length=1000
    )
    due = forms.CharField(
        label=pgettext_lazy("milestone", "By when?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A day such as 31.12.2026, or as the plan says it."),
    )


class LeadForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        help_text=gettext_lazy("Somebody new gets a letter that says how to sign in."),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Needed only for somebody new."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letters"),
        choices=[(code, NAMES[code]) for code in ("fi", "sv", "en")],
    )


class ReviewForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Whose review is it?"),
        choices=Review.Kind.choices,
        widget=forms.RadioSelect,
    )
    reviewer = forms.CharField(
        label=gettext_lazy("Name of the reviewer"),
        max_length=200,
        help_text=gettext_lazy("A person or an organisation. Shown with the review."),
    )
    completion = forms.ChoiceField(
        label=gettext_lazy("How far is the measure, in the reviewer's judgement?"),
        choices=[("", gettext_lazy("Not judged")), *Completion.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    text = long_text(gettext_lazy("Review"), 8)
    codes = forms.CharField(
        label=gettext_lazy("Codes of the reviewer's own scale"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("One on a line, such as: ambition = high"),
    )

    def clean_codes(self) -> dict[str, str]:
        """Each line's name and value. Raises ``ValidationError`` for a line without one."""
        found = {}
        for line in str(self.cleaned_data["codes"]).splitlines():
            name, mark, value = line.partition("=")
            if line.strip() and not (mark and name.strip() and value.strip()):
                raise forms.ValidationError(
                    gettext_lazy("Write each code as a name, =, and a value.")
                )
            if line.strip():
                found[name.strip().lower()] = value.strip()
        return found


class FactForm(EvidenceForm):
    """A figure people tell, in a period, with what shows it."""

    figure = forms.ChoiceField(
        label=gettext_lazy("Which figure?"),
        widget=forms.RadioSelect,
        initial=NEW,
    )
    label = forms.CharField(
        label=gettext_lazy("Name of the new figure"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Say what is counted, such as “People trained”."),
    )
    unit = forms.CharField(
        label=gettext_lazy("Unit of the new figure"), max_length=60, required=False
    )
    period = forms.CharField(
        label=gettext_lazy("Year, half-year or month"),
        max_length=7,
        help_text=gettext_lazy("For example 2026, 2026-1 or 2026-11."),
    )
    value = forms.DecimalField(
        label=pgettext_lazy("figure", "Value"), localize=True, max_digits=18, decimal_places=6
    )
    evidence = forms.ChoiceField(
        label=gettext_lazy("What shows it?"), widget=forms.RadioSelect, initial=NEW
    )
    replacing = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    field_order = ("figure", "label", "unit", "period", "value", "evidence")

    def __init__(self, data: Any, files: Any, *, measure: Any, **rest: Any) -> None:
        super().__init__(data, files, **rest)
        manual = IndicatorDefinition.objects.filter(
            measure=measure, kind=IndicatorDefinition.Kind.MANUAL
        )
        self.definitions = {one.code: one for one in manual.order_by("code", "version")}
        named = [(code, one.label or code) for code, one in self.definitions.items()]
        self._offer("figure", named, gettext_lazy("A new figure"))
        self.known = {str(one.pk): one for one in Evidence.objects.filter(measure=measure)}
        shown = [(pk, one.title) for pk, one in self.known.items()]
        self._offer("evidence", shown, gettext_lazy("New evidence, given below"))

    def _offer(self, name: str, known: list[tuple[str, str]], new: Any) -> None:
        """What is there already, or something new; with nothing there, nothing is asked."""
        field = self.fields[name]
        field.choices = [*known, (NEW, new)]  # type: ignore[attr-defined]
        if not known:
            field.widget = forms.HiddenInput()

    def clean_evidence(self) -> Evidence | None:
        """The evidence chosen, or none for new evidence."""
        return self.known.get(self.cleaned_data["evidence"])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("figure") == NEW and not given.get("label"):
            self.add_error("label", gettext_lazy("Say in a few words what is counted."))
        if not given.get("evidence") and not given.get("evidence_title"):
            self.add_error("evidence_title", gettext_lazy("Say in a few words what it shows."))
        return given


class DescribeForm(VersionedForm):
    """What a figure means, in words."""

    owner = forms.CharField(
        label=gettext_lazy("Who owns the figure?"), max_length=300, required=False
    )
    source = forms.CharField(
        label=gettext_lazy("Where does it come from?"), max_length=300, required=False
    )
    filter = long_text(gettext_lazy("What is counted, and what is left out?"), 3, required=False)
    baseline = forms.CharField(
        label=gettext_lazy("Where did it begin?"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("The value before the plan, with its year."),
    )
    target = long_text(gettext_lazy("What should it become?"), 2, required=False)
