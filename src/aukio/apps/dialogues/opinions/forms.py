"""Preparing a conversation, writing statements, bringing a past conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.opinions.actions.importing import read_export
from aukio.apps.dialogues.opinions.actions.proposing import LONGEST as LONGEST_PROPOSAL
from aukio.ui.dates import DateField

if TYPE_CHECKING:
    from aukio.engines.opinions import Comment, VoteMatrix

MOST_BYTES = 20_000_000


class ConversationForm(forms.Form):
    """What people are asked, and until when their votes are kept."""

    question_fi = forms.CharField(label=_("Question in Finnish"), max_length=200, required=False)
    question_sv = forms.CharField(label=_("Question in Swedish"), max_length=200, required=False)
    question_en = forms.CharField(label=_("Question in English"), max_length=200, required=False)
    delete_on = DateField(
        label=_("When are the votes deleted?"),
        help_text=_("At most a year from now. Results that have been computed stay."),
    )

    def question(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"question_{code}"] for code in ("fi", "sv", "en")}


class ImportForm(ConversationForm):
    """The two files of a Polis export."""

    votes = forms.FileField(
        label=_("Votes"), help_text=_("votes.csv or participants-votes.csv, at most 20 MB.")
    )
    comments = forms.FileField(label=_("Statements"), help_text=_("comments.csv, at most 20 MB."))
    agree_is = forms.TypedChoiceField(
        label=_("Which number means agreeing?"),
        coerce=int,
        initial=1,
        widget=forms.RadioSelect,
        choices=[(1, _("1, as in exports")), (-1, _("-1, as in the Polis database"))],
    )
    field_order = ("votes", "comments", "agree_is")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in ("votes", "comments"):
            if given.get(name) and given[name].size > MOST_BYTES:
                self.add_error(name, _("The file is larger than 20 MB."))
        return given

    def export(self) -> tuple[VoteMatrix, tuple[Comment, ...]]:
        """Both files as read. Raises ``InputFault``."""
        votes, comments = self.cleaned_data["votes"], self.cleaned_data["comments"]
        return read_export(
            votes=(votes.name, votes.read()),
            comments=(comments.name, comments.read()),
            agree_is=self.cleaned_data["agree_is"],
        )


class StatementForm(forms.Form):
    """One statement, in one to three languages."""

    text_fi = forms.CharField(
        label=_("Statement in Finnish"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One thing, in plain words, that one can agree or disagree with."),
    )
    text_sv = forms.CharField(
        label=_("Statement in Swedish"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    text_en = forms.CharField(
        label=_("Statement in English"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def texts(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"text_{code}"] for code in ("fi", "sv", "en")}


class ProposalForm(forms.Form):
    """A voter's own statement, in the language they choose."""

    text = forms.CharField(
        label=_("Your statement"),
        help_text=_(
            "One thing, in one sentence, that others can agree or disagree with. Do not tell "
            "who somebody is."
        ),
        max_length=LONGEST_PROPOSAL,
        widget=forms.Textarea(attrs={"rows": 3, "data-wording": "no"}),
        error_messages={
            "required": _("Write the statement."),
            "max_length": _("Use at most %(limit_value)d characters, and say one thing."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language of the statement"),
        choices=[("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))],
    )


class SentencesForm(forms.Form):
    """Sentences of the published summary to take as statements."""

    sentences = forms.TypedMultipleChoiceField(
        label=_("Sentences of the summary"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one sentence.")},
    )  # fmt: skip

    def __init__(self, *args: Any, choices: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["sentences"].choices = choices  # type: ignore[attr-defined]
