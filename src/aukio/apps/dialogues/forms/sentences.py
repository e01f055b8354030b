"""Writing a sentence, and picking the exact words it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.forms.started import StartedFromField
from aukio.apps.dialogues.models import Note, QuoteProposal, TextStatus, Voice
from aukio.apps.dialogues.queries.pages.voices import Voice as VoiceOffer

LANGUAGES = ("fi", "sv", "en")
AREA = {"rows": 3}


def statuses_of(texts: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """Where each text came from, by language: one that stands alone is a translation of nothing."""
    written = [code for code, text in texts.items() if text.strip()]
    if len(written) == 1 and told[written[0]] == TextStatus.HUMAN_CHECKED:
        return {**told, written[0]: TextStatus.ORIGINAL}
    return dict(told)


def texts_asked(name: str, texts: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """Texts and statuses by the form's names; an empty text has no status."""
    given = {f"{name}_{code}": text for code, text in texts.items()}
    return given | {f"status_{code}": told[code] if texts[code] else "" for code in texts}


class SentenceForm(forms.Form):
    """A sentence in three languages; one is enough to begin with."""

    text_fi = forms.CharField(
        label=_("The sentence in Finnish"), required=False, widget=forms.Textarea(attrs=AREA)
    )
    status_fi = forms.ChoiceField(label=_("The Finnish text is"), choices=TextStatus.choices)
    text_sv = forms.CharField(
        label=_("The sentence in Swedish"), required=False, widget=forms.Textarea(attrs=AREA)
    )
    status_sv = forms.ChoiceField(label=_("The Swedish text is"), choices=TextStatus.choices)
    text_en = forms.CharField(
        label=_("The sentence in English"), required=False, widget=forms.Textarea(attrs=AREA)
    )
    status_en = forms.ChoiceField(label=_("The English text is"), choices=TextStatus.choices)
    voice = forms.ChoiceField(
        label=_("Whose experience it tells"),
        choices=Voice.choices,
        initial=Voice.SHARED,
        widget=forms.RadioSelect,
        help_text=_("No common opinion is sought: differing and rare experiences belong here too."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(f"text_{code}", "").strip() for code in LANGUAGES):
            self.add_error("text_fi", _("Write the sentence in at least one language."))
        return given

    def words(self, part: str) -> dict[str, str]:
        """``part``: "text" or "status"."""
        return {code: self.cleaned_data[f"{part}_{code}"] for code in LANGUAGES}

    def statuses(self) -> dict[str, str]:
        return statuses_of(self.words("text"), self.words("status"))


class NewSentenceForm(SentenceForm):
    """With the words it rests on, of those the machine proposes."""

    sources = forms.MultipleChoiceField(
        label=_("The words it rests on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Proposed for this theme. You can also pick other words afterwards."),
    )

    def __init__(
        self,
        *args: Any,
        proposals: list[QuoteProposal],
        voices: Sequence[VoiceOffer] = (),
        **settings: Any,
    ) -> None:
        super().__init__(*args, **settings)
        offers: list[QuoteProposal | VoiceOffer] = [*proposals, *voices]
        self.proposals = {str(one.pk): one for one in offers}
        if self.proposals:
            why = {str(one.pk): "; ".join(one.reasons) for one in voices}
            offered = [
                (key, f"{one.text} [{why[key]}]" if key in why else one.text)
                for key, one in self.proposals.items()
            ]
            self.fields["sources"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["sources"]

    def chosen(self) -> list[QuoteProposal | VoiceOffer]:
        return [self.proposals[key] for key in self.cleaned_data.get("sources", [])]


class EditSentenceForm(SentenceForm):
    """A sentence may also be moved to another theme."""

    theme = forms.ChoiceField(label=pgettext_lazy("sentence", "Theme"))
    started_from = StartedFromField()

    def __init__(self, *args: Any, themes: list[tuple[int, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["theme"].choices = [(str(pk), title) for pk, title in themes]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """What the sentence is to say, by the form's names."""
        own = {"voice": self.cleaned_data["voice"], "theme": self.cleaned_data["theme"]}
        return {**texts_asked("text", self.words("text"), self.statuses()), **own}


class QuoteForm(forms.Form):
    """The exact words of a note, typed or cut from the whole."""

    words = forms.CharField(
        label=_("The words to quote"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Leave in the words the sentence rests on, exactly as they were written down. "
            "Take away the rest from the beginning and the end."
        ),
    )

    def __init__(self, *args: Any, note: Note, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.note = note

    def clean_words(self) -> str:
        # A browser sends line ends as CR LF; a note holds none or its own.
        words = str(self.cleaned_data["words"]).replace("\r\n", "\n").strip()
        if not words:
            raise forms.ValidationError(_("Leave at least one word."))
        if words not in self.note.text:
            raise forms.ValidationError(
                _("These words are not in the note letter for letter. Copy them from it.")
            )
        return words

    def place(self) -> tuple[int, int]:
        """Start and end in the note's text, in code points."""
        words = self.cleaned_data["words"]
        start = self.note.text.index(words)
        return start, start + len(words)


class LanguagesForm(forms.Form):
    """Languages the summary is ready in."""

    ready = forms.MultipleChoiceField(
        label=_("The summary is ready in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("fi", pgettext_lazy("language", "Finnish")),
            ("sv", pgettext_lazy("language", "Swedish")),
            ("en", pgettext_lazy("language", "English")),
        ],
    )


class PublishForm(forms.Form):
    """The last question before everyone can read it; with a reason when something is open."""

    despite = forms.CharField(
        label=_("Why the summary is published although remarks are open"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("The organisers who wait for an answer see this."),
    )

    sure = forms.BooleanField(
        label=_("I have checked the summary, and it may be published to everyone."),
        error_messages={"required": _("Confirm that the summary may be published.")},
    )
    field_order: Sequence[str] = ("despite", "sure")

    def __init__(self, *args: Any, is_open: bool = False, **settings: Any) -> None:
        super().__init__(*args, **settings)
        if not is_open:
            del self.fields["despite"]


class CorrectForm(PublishForm):
    reason = forms.CharField(
        label=_("What is corrected, and why"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Readers see this beside the new version."),
    )
    field_order = ("reason", "despite", "sure")
