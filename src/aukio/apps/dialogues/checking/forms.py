"""Asking, saying, answering."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.checking.actions.remarking import LONGEST, Said
from aukio.apps.dialogues.checking.models import Outcome, Verdict
from aukio.apps.dialogues.checking.queries import Mirror, ToAsk
from aukio.apps.dialogues.models import Dialogue
from aukio.ui.dates import DateField

USUAL = timedelta(days=14)


def usual_day() -> Any:
    return timezone.localdate() + USUAL


class AskForm(forms.Form):
    """The last day, and an address for each dialogue; an empty one leaves the dialogue out."""

    due = DateField(
        label=_("Last day to say"),
        initial=usual_day,
        help_text=_("From 3 to 60 days ahead. We remind twice, then no more."),
    )

    def __init__(self, *args: Any, asked: list[ToAsk], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.asked = asked
        for one in asked:
            self.fields[f"email_{one.dialogue.pk}"] = forms.EmailField(
                label=one.dialogue.title,
                required=False,
                initial=one.email,
                help_text=str(one.dialogue.organiser or ""),
            )

    def addresses(self) -> dict[Dialogue, str]:
        return {
            one.dialogue: email
            for one in self.asked
            if (email := self.cleaned_data[f"email_{one.dialogue.pk}"])
        }

    def languages(self) -> dict[int, str]:
        return {one.dialogue.pk: one.language for one in self.asked}


class AgainForm(forms.Form):
    """A new letter to one organiser."""

    email = forms.EmailField(label=_("E-mail address"))
    due = DateField(label=_("Last day to say"), initial=usual_day)


class SayForm(forms.Form):
    """Of each sentence and of the whole: fair, not fair because, or nothing."""

    def __init__(self, *args: Any, mirror: Mirror, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.mirror = mirror
        self.keys = {
            "all": (None, mirror.overall),
            **{str(one.sentence.pk): (one.sentence, one.remark) for one in mirror.sentences},
        }
        for key, (sentence, remark) in self.keys.items():
            if remark is not None and remark.outcome:
                continue  # answered: it stays
            label = _("Is the sentence fair?") if sentence else _("Is the draft as a whole fair?")
            self.fields[f"verdict_{key}"] = forms.ChoiceField(
                label=label,
                choices=Verdict.choices,
                required=False,
                widget=forms.RadioSelect,
                initial=remark.verdict if remark else "",
            )
            self.fields[f"reason_{key}"] = forms.CharField(
                label=_("Because"),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2, "data-wording": "no"}),
                initial=remark.reason if remark else "",
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for key in self.keys:
            verdict, reason = given.get(f"verdict_{key}"), given.get(f"reason_{key}", "").strip()
            if verdict == Verdict.UNFAIR and not reason:
                self.add_error(f"reason_{key}", _("Tell in a sentence what is wrong or missing."))
            if reason and not verdict:
                self.add_error(f"verdict_{key}", _("Choose “fair” or “not fair”."))
        return given

    def said(self) -> list[Said]:
        return [
            Said(
                verdict,
                self.cleaned_data.get(f"reason_{key}", ""),
                sentence,
                self.data.get(f"seen_{key}", ""),
            )
            for key, (sentence, _remark) in self.keys.items()
            if (verdict := self.cleaned_data.get(f"verdict_{key}"))
        ]


class AnswerForm(forms.Form):
    """What came of a remark."""

    outcome = forms.ChoiceField(
        label=_("What came of the remark"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("What was changed, or why the text stays"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The organiser reads this."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("outcome") == Outcome.KEPT and not given.get("text", "").strip():
            self.add_error("text", _("Give the reason in a sentence."))
        return given
