"""What the core group and organisers fill in for a round."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.dialogues.organising.forms.fields import (
    MunicipalityField,
    TimeField,
    fill_municipalities,
)
from aukio.apps.dialogues.organising.models import (
    MOST_PLACES,
    Assessment,
    ContactKind,
    Criterion,
    Fit,
    Invitation,
    Milestone,
    ReplyKind,
    TopicProposal,
)
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.organisations.models import Organisation
from aukio.ui.dates import DateField

THREE = {"fi": _("in Finnish"), "sv": _("in Swedish"), "en": _("in English")}


class TopicForm(forms.Form):
    """``organisers``: for whom the person may speak."""

    title = forms.CharField(label=pgettext_lazy("topic", "Topic"), max_length=200)
    text = forms.CharField(
        label=pgettext_lazy("topic", "Why it should be talked about"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("topic", "Written in"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Organiser"), required=False
    )

    def __init__(self, *args: Any, organisers: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["organisation"].queryset = organisers  # type: ignore[attr-defined]


class AssessmentForm(forms.Form):
    """For each criterion a word and why; leave out what you cannot say."""

    def __init__(self, *args: Any, own: dict[str, Assessment], **settings: Any) -> None:
        super().__init__(*args, **settings)
        for criterion in Criterion:
            before = own.get(criterion)
            self.fields[f"{criterion}_fit"] = forms.ChoiceField(
                label=criterion.label,
                choices=[("", pgettext("fit", "I cannot say")), *Fit.choices],
                required=False,
                initial=before.fit if before else "",
            )
            self.fields[f"{criterion}_why"] = forms.CharField(
                label=_("Why: %(criterion)s") % {"criterion": criterion.label},
                max_length=500,
                required=False,
                initial=before.why if before else "",
            )

    def clean(self) -> dict[str, Any]:
        """A word and its reason come together, so that nothing written is dropped unsaid."""
        given = super().clean() or {}
        for criterion in Criterion:
            fit, why = given.get(f"{criterion}_fit"), given.get(f"{criterion}_why")
            if fit and not why:
                self.add_error(f"{criterion}_why", _("Say why, in a few words."))
            if why and not fit:
                self.add_error(f"{criterion}_fit", _("Choose a word, too."))
        if not self.errors and not self.views():
            self.add_error(None, _("Say of at least one point how the proposal fits."))
        return given

    def views(self) -> dict[str, tuple[str, str]]:
        """``{criterion: (fit, why)}`` of those that were given."""
        given = self.cleaned_data
        return {
            str(criterion): (given[f"{criterion}_fit"], given[f"{criterion}_why"])
            for criterion in Criterion
            if given.get(f"{criterion}_fit")
        }


class ChoiceForm(forms.Form):
    """Which topic, and a reason for every proposal."""

    chosen = forms.ChoiceField(
        label=pgettext_lazy("topic", "The topic of the round"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, topics: list[TopicProposal], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.topics = {str(one.pk): one for one in topics}
        self.fields["chosen"].choices = [  # type: ignore[attr-defined]
            (key, one.title) for key, one in self.topics.items()
        ]
        for key, one in self.topics.items():
            self.fields[f"reason_{key}"] = forms.CharField(
                label=_("Reason: %(topic)s") % {"topic": one.title},
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Why it was chosen or not. Everyone can read this."),
            )

    def reasons(self) -> dict[int, str]:
        return {one.pk: self.cleaned_data[f"reason_{key}"] for key, one in self.topics.items()}


class MilestoneForm(forms.Form):
    title = forms.CharField(label=pgettext_lazy("milestone", "What"), max_length=200)
    due = DateField(label=pgettext_lazy("milestone", "By"))
    responsible = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label=_("Responsible"),
        empty_label=_("Nobody yet"),
        required=False,
    )
    after = forms.ModelChoiceField(
        queryset=Milestone.objects.none(),
        label=_("Comes after"),
        help_text=_("The step that must be done first. The days are kept in this order."),
        empty_label=_("No step"),
        required=False,
    )

    def __init__(self, *args: Any, people: Any, steps: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["responsible"].queryset = people  # type: ignore[attr-defined]
        self.fields["after"].queryset = steps  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    organisation_name = forms.CharField(
        label=_("Name of the organisation"), max_length=200, required=False
    )
    name = forms.CharField(label=_("Contact person's name"), max_length=120, required=False)
    email = forms.EmailField(label=pgettext_lazy("field", "E-mail address"))
    kind = forms.ChoiceField(
        label=pgettext_lazy("contact", "Kind of organiser"),
        choices=ContactKind.choices,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("contact", "Language of letters"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
    )
    area = MunicipalityField(label=_("Municipality"), required=False)

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        fill_municipalities(self, "area")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("organisation_name") or given.get("name")):
            self.add_error("organisation_name", _("Write the organisation's or the person's name."))
        return given


class ContactsForm(forms.Form):
    text = forms.CharField(
        label=pgettext_lazy("contact", "The table"),
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 10, "data-wording": "no"}),
        help_text=_(
            "Copy the table here with its first row: organisation, name, email, kind "
            "(permanent, topic, open_call), language (fi, sv, en), municipality."
        ),
    )


class ContactFilterForm(forms.Form):
    q = forms.CharField(label=_("Organisation, name or municipality"), required=False)
    kind = forms.ChoiceField(label=pgettext_lazy("contact", "Kind of organiser"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="%s")
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", pgettext("list", "All")),
            *ContactKind.choices,
        ]

    def asked(self) -> dict[str, str]:
        self.full_clean()
        given = getattr(self, "cleaned_data", {})
        return {"words": given.get("q", ""), "kind": given.get("kind", "")}


class InvitationForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("To whom"), choices=ContactKind.choices, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for code, words in THREE.items():
            self.fields[f"subject_{code}"] = forms.CharField(
                label=_("Subject %(language)s") % {"language": words}, max_length=160
            )
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("Letter %(language)s") % {"language": words},
                max_length=5000,
                widget=forms.Textarea(attrs={"rows": 10}),
            )

    def words(self, field: str) -> dict[str, str]:
        return {code: self.cleaned_data[f"{field}_{code}"] for code in THREE}


def as_written(invitation: Invitation) -> dict[str, Any]:
    fields = [f"{field}_{code}" for field in ("subject", "text") for code in THREE]
    return {"kinds": invitation.kinds, **{name: getattr(invitation, name) for name in fields}}


class ReplyForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Do you take part?"),
        choices=[(one.value, one.label) for one in ReplyKind if one.value],
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(label=pgettext_lazy("reply", "Remark"), max_length=500, required=False)


class TrainingForm(forms.Form):
    title = forms.CharField(label=pgettext_lazy("training", "Title"), max_length=200)
    day = DateField(label=pgettext_lazy("training", "Day"))
    begins = TimeField(label=pgettext_lazy("training", "Begins"))
    ends = TimeField(label=pgettext_lazy("training", "Ends"), required=False)
    language = forms.ChoiceField(
        label=pgettext_lazy("training", "Language"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    places = forms.IntegerField(
        label=pgettext_lazy("training", "Places"), min_value=1, max_value=MOST_PLACES
    )
    place = forms.CharField(
        label=pgettext_lazy("training", "Place"), max_length=200, required=False
    )
    online_address = forms.URLField(
        label=_("Address of the online meeting"),
        required=False,
        max_length=400,
        assume_scheme="https",
        help_text=_("Told only to those who have a place."),
    )
    text = forms.CharField(
        label=pgettext_lazy("training", "Text"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AttendedForm(forms.Form):
    attended = forms.IntegerField(
        label=_("How many people were trained"), min_value=0, max_value=10_000
    )


class MaterialForm(forms.Form):
    text = forms.CharField(
        label=pgettext_lazy("material", "Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_(
            "## begins a heading, - an item, 1. a numbered item; **words** are strong. "
            "{round} and {days} are filled in by themselves."
        ),
    )
    what_changed = forms.CharField(label=pgettext_lazy("material", "What changed"), max_length=200)
    seen = forms.IntegerField(widget=forms.HiddenInput)
