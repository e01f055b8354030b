"""Adding records, by pasting or as a file, and saying what of them may be published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake import MOST_BYTES, Reading, read_file, read_paste, read_rows
from aukio.apps.dialogues.intake.files import too_large
from aukio.apps.dialogues.models import LANGUAGES, Permission
from aukio.shared.terms.queries import labels

FILE_HINT = _(
    "Word (.docx), OpenDocument (.odt), PDF with text, text (.txt) or table (.csv), at most 20 MB."
)


def language_choices() -> list[tuple[str, str]]:
    """Languages a record may be in; empty lets each note's language be recognised."""
    names = labels("languages")
    known = [(code, names.get(code, code)) for code in LANGUAGES if code != "und"]
    return [("", str(_("Recognise it from the text"))), *known]


class Shared(forms.Form):
    """What is told of every record."""

    language = forms.ChoiceField(
        label=_("Language of the record"), required=False, choices=language_choices
    )
    permission = forms.ChoiceField(
        label=_("What may be published of it"),
        choices=Permission.choices,
        initial=Permission.NONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what may be published.")},
        help_text=_("Only what those who took part allowed. You can change this later."),
    )


class RecordForm(Shared):
    """One dialogue's record: pasted text or a file, not both."""

    text = forms.CharField(
        label=_("Paste the record"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Each line becomes one note. Nothing is changed in the text."),
    )
    file = forms.FileField(
        label=_("Or add a file"), required=False, allow_empty_file=True, help_text=FILE_HINT
    )
    column = forms.CharField(
        label=_("Column of the notes"),
        required=False,
        help_text=_("Only for a table: the name of the column that holds what people said."),
    )
    field_order = ("text", "file", "column", "language", "permission")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("text", "").strip() and given.get("file"):
            self.add_error("file", _("Paste the record or add a file, but not both."))
        elif not given.get("text", "").strip() and not given.get("file"):
            self.add_error("text", _("Paste the record, or add it as a file."))
        return given

    def reading(self) -> Reading:
        """The record as read. Raises ``InputFault``."""
        upload = self.cleaned_data.get("file")
        if not upload:
            return read_paste(self.cleaned_data["text"])
        content = content_of(upload)
        if not upload.name.lower().endswith(".csv"):
            return read_file(upload.name, content)
        return one_record(upload.name, content, self.cleaned_data["column"])


class ReplaceForm(RecordForm):
    """A mended version: permission stays as it was."""

    permission = None  # type: ignore[assignment]


class TableForm(Shared):
    """Many dialogues' records in one table."""

    file = forms.FileField(
        label=_("Table of notes"),
        allow_empty_file=True,
        help_text=_("A .csv file with a heading row, at most 20 MB."),
    )
    column = forms.CharField(
        label=_("Column of the notes"),
        help_text=_("The name of the column that holds what people said."),
    )
    dialogue_column = forms.CharField(
        label=_("Column of the dialogue"),
        required=False,
        help_text=_("Tells which dialogue a note is from. A new one is added when needed."),
    )
    language_column = forms.CharField(label=_("Column of the language"), required=False)
    field_order = (
        *("file", "column", "dialogue_column", "language_column"),
        *("language", "permission"),
    )

    def readings(self) -> list[Reading]:
        """The records as read. Raises ``InputFault``."""
        upload = self.cleaned_data["file"]
        return read_rows(
            upload.name,
            content_of(upload),
            text=self.cleaned_data["column"],
            language=self.cleaned_data["language_column"],
            dialogue=self.cleaned_data["dialogue_column"],
        )


class PermissionForm(forms.Form):
    """What may be published of the whole record."""

    permission = forms.ChoiceField(
        label=_("What may be published of the record"),
        choices=Permission.choices,
        widget=forms.RadioSelect,
    )


NOTE_PERMISSIONS = [
    ("", pgettext_lazy("permission", "As the whole record")),
    *Permission.choices,
]


def content_of(upload: Any) -> bytes:
    """The file's bytes. One that is far too large is refused before it is read to memory."""
    if upload.size > MOST_BYTES:
        raise too_large(upload.name, upload.size)
    return bytes(upload.read())


def one_record(name: str, content: bytes, column: str) -> Reading:
    """A table that is one dialogue's record. Raises ``InputFault``."""
    if not column.strip():
        raise InputFault(
            str(_("It is not told which column holds what people said.")),
            place=Place(file=name),
            mend=str(_("Write the name of the column.")),
        )
    return read_rows(name, content, text=column.strip())[0]
