"""What people fill in: points and the request of a brief, questions, answers, addresses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.forms.sentences import statuses_of
from aukio.apps.dialogues.impact.models import Progress
from aukio.apps.dialogues.models import TextStatus
from aukio.shared.organisations.models import Kind, Organisation
from aukio.ui.dates import DateField

LANGUAGES = ("fi", "sv", "en")
OWNERS = (
    *(Kind.MINISTRY, Kind.STATE_AGENCY, Kind.WELLBEING_SERVICES_COUNTY),
    *(Kind.MUNICIPALITY, Kind.JOINT_AUTHORITY),
)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class TextsForm(forms.Form):
    """The same text in three languages; where each came from is told beside it."""

    text_fi = forms.CharField(label=_("In Finnish"), required=False, widget=_area(3))
    status_fi = forms.ChoiceField(label=_("The Finnish text is"), choices=TextStatus.choices)
    text_sv = forms.CharField(label=_("In Swedish"), required=False, widget=_area(3))
    status_sv = forms.ChoiceField(label=_("The Swedish text is"), choices=TextStatus.choices)
    text_en = forms.CharField(label=_("In English"), required=False, widget=_area(3))
    status_en = forms.ChoiceField(label=_("The English text is"), choices=TextStatus.choices)

    def words(self, part: str) -> dict[str, str]:
        """``part``: "text" or "status"."""
        return {code: self.cleaned_data[f"{part}_{code}"] for code in LANGUAGES}

    def statuses(self) -> dict[str, str]:
        return statuses_of(self.words("text"), self.words("status"))


class AskForm(TextsForm):
    """What is asked of the reader of the brief."""

    due = DateField(label=_("By when"), help_text=_("For example 1 3 2027"))


class PublishBriefForm(forms.Form):
    sure = forms.BooleanField(
        label=_("I have read the brief, and it may be published"),
        error_messages={"required": _("Confirm that the brief may be published.")},
    )


class CorrectBriefForm(PublishBriefForm):
    reason = forms.CharField(
        label=_("What is corrected and why"),
        widget=_area(2),
        error_messages={"required": _("Tell readers in a sentence what is corrected and why.")},
    )


class ContactForm(forms.Form):
    """Whom the letters go to, and their superior for when no answer comes."""

    name = forms.CharField(label=_("Contact's name"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("Contact's e-mail address"),
        help_text=_("The question, the reminders and the link to answer go here."),
        error_messages={
            "required": _("Enter an e-mail address"),
            "invalid": _("Write the address like this: name@example.fi"),
        },
    )
    superior_name = forms.CharField(label=_("Superior's name"), max_length=120, required=False)
    superior_email = forms.EmailField(
        label=_("Superior's e-mail address"),
        required=False,
        help_text=_("Told if the answer is two weeks late. You may leave this empty."),
        error_messages={"invalid": _("Write the address like this: name@example.fi")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=[("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))],
    )


class QuestionForm(ContactForm):
    """A theme is put to an owner."""

    owner = forms.ModelChoiceField(
        label=_("Who is asked"),
        queryset=Organisation.objects.none(),
        help_text=_("A ministry, an agency, a wellbeing services county or a municipality."),
        empty_label=_("Choose an organisation"),
        error_messages={"required": _("Choose who is asked")},
    )
    role = forms.CharField(
        label=_("In which role the contact answers"),
        max_length=160,
        help_text=_("For example: head of the department of local services. This is public."),
        error_messages={"required": _("Tell in which role the contact answers")},
    )
    text_fi = forms.CharField(label=_("The question in Finnish"), required=False, widget=_area(3))
    text_sv = forms.CharField(label=_("The question in Swedish"), required=False, widget=_area(3))
    text_en = forms.CharField(label=_("The question in English"), required=False, widget=_area(3))
    due = DateField(
        label=_("Last day to answer"), help_text=_("Usually 90 days after the question is sent.")
    )
    field_order = ["owner", "role", "text_fi", "text_sv", "text_en", "due"]

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        owners = Organisation.objects.filter(kind__in=OWNERS)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(f"text_{code}", "").strip() for code in LANGUAGES):
            self.add_error("text_fi", _("Write the question in at least one language."))
        return given

    def texts(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"text_{code}"] for code in LANGUAGES}


class ReasonForm(forms.Form):
    """Why a question is changed: everyone may read it."""

    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Anyone can read this, and it is sent to the contact."),
        widget=_area(3),
        max_length=1000,
        error_messages={"required": _("Tell everyone in a sentence why.")},
    )


class DueForm(ReasonForm):
    due = DateField(label=_("New last day to answer"), help_text=_("For example 1 3 2027"))
    field_order = ["due", "reason"]


class WithdrawForm(ReasonForm):
    sure = forms.BooleanField(
        label=_("I withdraw the question. It cannot be put back."),
        error_messages={"required": _("Confirm that the question is withdrawn.")},
    )


class EntryForm(forms.Form):
    """What every entry has: the language, and the last entry its writer has seen."""

    language = forms.ChoiceField(
        label=_("Language you write in"),
        choices=[("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))],
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, corrects: bool = False, **settings: Any) -> None:
        super().__init__(*args, **settings)
        if corrects:
            self.fields["reason"] = forms.CharField(
                label=_("What is corrected and why"),
                widget=_area(2),
                error_messages={
                    "required": _("Tell readers in a sentence what is corrected and why.")
                },
            )
        self.order_fields([*(name for name in self.fields if name != "language"), "language"])


class AnswerForm(EntryForm):
    heard = forms.CharField(
        label=_("What we heard"),
        help_text=_("Tell in your own words what you learned from what people said."),
        widget=_area(5),
        error_messages={"required": _("Tell what you heard")},
    )
    will_do = forms.CharField(
        label=_("What we will do"),
        help_text=_("Tell what, who and when."),
        required=False,
        widget=_area(5),
    )
    why_not = forms.CharField(
        label=_("What we will not do, and why"),
        help_text=_("Leave empty if you do everything that was asked."),
        required=False,
        widget=_area(4),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not (given.get("will_do") or given.get("why_not")):
            self.add_error("will_do", _("Tell what you will do, or why you will not"))
        return given


class StatusForm(EntryForm):
    progress = forms.ChoiceField(
        label=_("Where it stands"), choices=Progress.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("In your own words"),
        help_text=_("If it was dropped, tell why."),
        required=False,
        widget=_area(4),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("progress") == Progress.DROPPED and not given.get("text"):
            self.add_error("text", _("Tell why it was dropped"))
        return given


class EvidenceForm(EntryForm):
    text = forms.CharField(
        label=_("What has changed, and what shows it"),
        widget=_area(3),
        error_messages={"required": _("Tell what the evidence shows")},
    )
    address = forms.URLField(
        label=_("Web address where anyone can see it"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Write the address like this: https://example.fi/page")},
    )


class FollowForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("For example name@example.fi"),
        error_messages={
            "required": _("Enter an e-mail address"),
            "invalid": _("Write the address like this: name@example.fi"),
        },
    )


class FilterForm(forms.Form):
    """Of all questions, which to show."""

    q = forms.CharField(label=_("Search questions and answers"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=pgettext_lazy("filter", "Show"),
        required=False,
        choices=[
            ("", pgettext_lazy("filter", "All questions")),
            ("answered", pgettext_lazy("filter", "Answered")),
            ("waiting", pgettext_lazy("filter", "Waiting for an answer")),
            ("late", pgettext_lazy("filter", "Late")),
            ("withdrawn", pgettext_lazy("filter", "Withdrawn")),
        ],
    )

    def asked(self) -> dict[str, str]:
        """What was chosen; nonsense is left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("q", "state")}
