"""Reporting how a measure stands, and what follows: checking, approving, opening a half-year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from aukio.apps.plan.models import Completion, Evidence
from aukio.apps.plan.models.status import WITH_OBSTACLES
from aukio.shared.terms.queries import choices
from aukio.ui.dates import DateField


class EvidenceForm(forms.Form):
    """What shows it: an address or a file, with a few words; or nothing."""

    evidence_title = forms.CharField(
        label=gettext_lazy("What does the evidence show?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A few words, such as “Minutes of the working group”."),
    )
    evidence_address = forms.CharField(
        label=gettext_lazy("Address of the evidence"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("A web page, or a page of Aukio. Or add a file below."),
    )
    evidence_file = forms.FileField(
        label=gettext_lazy("File as evidence"),
        required=False,
        help_text=gettext_lazy(
            "PDF, Word, Excel, PowerPoint, OpenDocument, plain text or a picture; 20 MB at most."
        ),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        address, file = given.get("evidence_address"), given.get("evidence_file")
        if address and file:
            self.add_error("evidence_file", _("Give an address or a file, not both."))
        if (address or file) and not given.get("evidence_title"):
            self.add_error("evidence_title", _("Say in a few words what it shows."))
        if given.get("evidence_title") and not (address or file):
            self.add_error("evidence_address", _("Give the address, or add a file."))
        return given


class UpdateForm(EvidenceForm):
    """How the measure stands and what shows it: one page, about three minutes."""

    completion = forms.ChoiceField(
        label=gettext_lazy("How far is the measure?"),
        choices=Completion.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Judge it yourself. No count decides this for you."),
    )
    obstacles = forms.MultipleChoiceField(
        label=gettext_lazy("What stands in the way?"),
        choices=choices("obstacles"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Needed when the measure is limited or not started."),
    )
    done = forms.CharField(
        label=gettext_lazy("What has been done?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10_000,
    )
    coming = forms.CharField(
        label=gettext_lazy("What comes next?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=10_000,
        required=False,
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    field_order = ("completion", "obstacles", "done", "coming")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("completion") in WITH_OBSTACLES and not given.get("obstacles"):
            self.add_error("obstacles", _("Choose at least one obstacle."))
        return given


class CheckForm(forms.Form):
    remark = forms.CharField(
        label=gettext_lazy("Remark"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )


class ApproveForm(forms.Form):
    evidence = forms.ModelChoiceField(
        label=gettext_lazy("The evidence that decides"),
        queryset=Evidence.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PeriodForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Half-year"),
        max_length=7,
        help_text=gettext_lazy("The year and 1 or 2, such as 2026-1."),
    )
    due = DateField(label=pgettext_lazy("period", "Last day for reports"))
