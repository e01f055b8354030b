"""Sending a proposal, looking for some, and checking one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from aukio.apps.plan.cocreation.actions.proposals import LONGEST, Words
from aukio.apps.plan.cocreation.models import Call, Decision, Ground, Question, Theme
from aukio.apps.plan.cocreation.queries.proposals import NONE_YET, Wanted
from aukio.shared.i18n.languages import language_name
from aukio.shared.organisations.models import Organisation

AREA = {"rows": 4}


class ProposalForm(forms.Form):
    """What is proposed: a few minutes on a phone. It asks what the call asks."""

    title = forms.CharField(
        label=gettext_lazy("Your proposal in a few words"), max_length=LONGEST["title"]
    )
    problem = forms.CharField(
        label=Question.PROBLEM.label,
        max_length=LONGEST["problem"],
        widget=forms.Textarea(attrs=AREA),
        help_text=gettext_lazy("Two or three sentences are enough."),
    )
    change = forms.CharField(
        label=Question.CHANGE.label,
        max_length=LONGEST["change"],
        widget=forms.Textarea(attrs=AREA),
        help_text=gettext_lazy("What should the next plan promise?"),
    )
    carrier = forms.CharField(
        label=Question.CARRIER.label,
        max_length=LONGEST["carrier"],
        required=False,
        help_text=gettext_lazy("If you know. You may leave this empty."),
    )
    language = forms.ChoiceField(label=pgettext_lazy("proposal", "The language you write in"))
    name = forms.CharField(
        label=gettext_lazy("Your name or your group, if you want it shown"),
        max_length=LONGEST["name"],
        required=False,
        help_text=gettext_lazy("You need not tell who you are."),
    )

    def __init__(self, data: Any = None, *, call: Call, **settings: Any) -> None:
        super().__init__(data, **settings)
        choices = [(code, language_name(code)) for code in call.languages]
        self.fields["language"] = forms.ChoiceField(
            label=self.fields["language"].label, choices=choices, initial=_mine(call)
        )
        self.order_fields([*self.base_fields])
        for question in (Question.PROBLEM, Question.CARRIER):
            if not call.asks(question):
                del self.fields[question.value]
        if len(choices) == 1:
            self.fields["language"].widget = forms.HiddenInput()

    def words(self) -> Words:
        given = self.cleaned_data
        return Words(**{name: given[name] for name in self.base_fields if name in given})


class NewProposalForm(ProposalForm):
    """The same, with where to hear of the response, and for whom it is made."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("In the name of your organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=pgettext_lazy("organisation", "No, my own proposal"),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address, if you want to hear of the response"),
        required=False,
        help_text=gettext_lazy(
            "We use it only to tell of the response to this proposal, and then remove it."
        ),
        error_messages={"invalid": gettext_lazy("Write the address like this: name@example.fi")},
    )
    # A person never sees this field; a program that fills in everything fills it in too.
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, call: Call, organisations: Any = None, **settings: Any
    ) -> None:
        super().__init__(data, call=call, **settings)
        if organisations:
            self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]

    def words(self) -> Words:
        given = self.cleaned_data
        return Words(**{name: given[name] for name in ProposalForm.base_fields if name in given})

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This looked as if a machine had filled it in."))
        return ""


def _mine(call: Call) -> str:
    reading = (get_language() or "fi")[:2]
    return reading if reading in call.languages else str(call.languages[0])


class FindForm(forms.Form):
    """Search and filter of a list; what makes no sense is left out."""

    q = forms.CharField(label=gettext_lazy("Words in the proposals"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False)
    decision = forms.ChoiceField(label=gettext_lazy("Decision"), required=False)

    def __init__(self, data: Any, *, themes: list[Theme], with_decisions: bool) -> None:
        super().__init__(data)
        every = pgettext_lazy("filter", "All")
        self.fields["theme"] = forms.ChoiceField(
            label=self.fields["theme"].label,
            required=False,
            choices=[("", every), *((str(one.pk), str(one)) for one in themes)],
        )
        self.fields["decision"] = forms.ChoiceField(
            label=self.fields["decision"].label,
            required=False,
            choices=[
                ("", every),
                *Decision.choices,
                (NONE_YET, pgettext_lazy("filter", "No response yet")),
            ],
        )
        if not themes:
            del self.fields["theme"]
        if not with_decisions:
            del self.fields["decision"]

    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        theme = given.get("theme") or ""
        return Wanted(
            words=given.get("q", "")[:200],
            theme=int(theme) if theme else None,
            decision=given.get("decision", ""),
        )


PUBLISH = "publish"


class CheckForm(forms.Form):
    """Publish, or one of the two grounds not to, with the reason the proposer is told."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What is done with the proposal?"),
        choices=[(PUBLISH, gettext_lazy("Publish it")), *Ground.choices],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Check only for personal data and the law, never for opinion."),
    )
    reason = forms.CharField(
        label=gettext_lazy("If it is not published: the reason, told to the proposer"),
        widget=forms.Textarea(attrs=AREA),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Say what should be left out, so that it can be corrected."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        outcome = given.get("outcome")
        if outcome and outcome != PUBLISH and not given.get("reason", "").strip():
            self.add_error("reason", _("Give the proposer the reason."))
        return given
