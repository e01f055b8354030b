"""Writing a sentence of the short or the easy-language version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.forms.sentences import (
    AREA,
    LANGUAGES,
    LanguagesForm,
    statuses_of,
    texts_asked,
)
from aukio.apps.dialogues.forms.started import StartedFromField
from aukio.apps.dialogues.models import Sentence, TextStatus, VariantKind

LABELS = {
    "fi": (_("The sentence in Finnish"), _("The Finnish text is")),
    "sv": (_("The sentence in Swedish"), _("The Swedish text is")),
    "en": (_("The sentence in English"), _("The English text is")),
}


class VariantSentenceForm(forms.Form):
    """The texts, where each came from, and the sentences of the full summary it rests on.

    Text fields are named by ``name`` ("text" or "easy_text"), as the wording check reads
    from a name which rules to use.
    """

    sources = forms.MultipleChoiceField(
        label=_("The sentences it rests on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Of the full summary. Without one the sentence cannot be published."),
    )

    started_from = StartedFromField()  # empty while the sentence is new

    def __init__(
        self, *args: Any, kind: str, name: str, sentences: list[Sentence], **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self.name = name
        self.sentences = {str(one.pk): one for one in sentences}
        statuses = [
            choice
            for choice in TextStatus.choices
            if kind != VariantKind.EASY or choice[0] != TextStatus.MACHINE
        ]
        for code, (text, status) in LABELS.items():
            area = forms.Textarea(attrs=AREA)
            self.fields[f"{name}_{code}"] = forms.CharField(label=text, required=False, widget=area)
            self.fields[f"status_{code}"] = forms.ChoiceField(label=status, choices=statuses)
        self.fields["sources"].choices = [  # type: ignore[attr-defined]
            (key, str(one)) for key, one in self.sentences.items()
        ]
        self.order_fields([*(name for name in self.fields if name != "sources"), "sources"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(f"{self.name}_{code}", "").strip() for code in LANGUAGES):
            self.add_error(f"{self.name}_fi", _("Write the sentence in at least one language."))
        return given

    def texts(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"{self.name}_{code}"] for code in LANGUAGES}

    def statuses(self) -> dict[str, str]:
        told = {code: self.cleaned_data[f"status_{code}"] for code in LANGUAGES}
        return statuses_of(self.texts(), told)

    def chosen(self) -> list[Sentence]:
        return [self.sentences[key] for key in self.cleaned_data["sources"]]

    def asked(self) -> dict[str, Any]:
        """What the sentence is to say, by the form's names."""
        own = {"sources": sorted(self.cleaned_data["sources"], key=int)}
        return {**texts_asked(self.name, self.texts(), self.statuses()), **own}


class VariantReadyForm(LanguagesForm):
    """Languages the version is published in; none keeps it unpublished."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["ready"].label = _("This version is ready in")
        self.fields["ready"].help_text = _("Choose none to leave the version unpublished.")
