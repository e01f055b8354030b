"""What is told of the whole record, a file to add, and a scribe to invite."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.forms.records import language_choices
from aukio.apps.dialogues.models import Permission

LANGUAGES = [
    ("fi", pgettext_lazy("language", "Finnish")),
    ("sv", pgettext_lazy("language", "Swedish")),
    ("en", pgettext_lazy("language", "English")),
]


class FactsForm(forms.Form):
    """The record's language and permission."""

    language = forms.ChoiceField(
        label=_("Language of the record"), required=False, choices=language_choices
    )
    permission = forms.ChoiceField(
        label=_("What may be published of the record"),
        choices=Permission.choices,
        initial=Permission.NONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what may be published.")},
        help_text=_("Only what those who took part allowed."),
    )


class AddForm(forms.Form):
    """A text written elsewhere: added to a field, after what it has."""

    field = forms.ChoiceField(label=_("Where the text goes"))
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_(
            "Word (.docx), OpenDocument (.odt), PDF with text or text (.txt), at most 20 MB."
        ),
    )

    def __init__(self, *given: object, fields: list[tuple[str, str]], **settings: object) -> None:
        super().__init__(*given, **settings)  # type: ignore[arg-type]
        self.fields["field"].choices = fields  # type: ignore[attr-defined]


class ScribeForm(forms.Form):
    """Somebody who writes."""

    name = forms.CharField(
        label=pgettext_lazy("scribe", "Name"),
        max_length=80,
        help_text=_("Other scribes see it beside what the person wrote. A first name is enough."),
        error_messages={"required": _("Write a first name or a mark, such as “Scribe 2”.")},
    )
    email = forms.EmailField(
        label=pgettext_lazy("scribe", "E-mail"),
        required=False,
        help_text=_("We send the link there. Leave it empty if you give the link yourself."),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("scribe", "Language of the letter"), choices=LANGUAGES
    )


class SplitForm(forms.Form):
    text = forms.CharField(
        label=_("The line's words"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Press Enter where a new note begins. Do not change the words."),
    )
