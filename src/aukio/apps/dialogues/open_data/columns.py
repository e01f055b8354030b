"""The tables of a round's data and what each column holds. One place for every format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LANGUAGES = ("fi", "sv", "en")
Words = str | Promise
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Column:
    """``type`` is one of Table Schema's: string, integer, date, boolean, uri.

    ``refers`` is the table whose ``id`` it gives.
    """

    name: str
    type: str
    about: Words
    refers: str = ""


@dataclass(frozen=True)
class Table:
    """``key`` are the columns that tell a row apart."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)

    @property
    def header(self) -> list[str]:
        return [one.name for one in self.columns]


def _each(name: str, about: Words) -> Iterable[Column]:
    """The same in each language; empty where there is none."""
    return [Column(f"{name}_{code}", "string", about) for code in LANGUAGES]


_id = Column("id", "integer", _("Number of the row. It stays the same from version to version."))
_theme = Column("theme", "integer", pgettext_lazy("column", "Theme"), "themes")
_dialogue = Column("dialogue", "integer", pgettext_lazy("column", "Dialogue"), "dialogues")
_language = Column("language", "string", _("Language of the words, ISO 639"))
_address = Column("address", "uri", _("Page where people read it"))

TABLES: tuple[Table, ...] = (
    Table(
        "dialogues",
        pgettext_lazy("table", "Dialogues"),
        (
            _id,
            Column("title", "string", _("Title that the organiser gave")),
            *_each("organiser", _("Organiser")),
            Column("place", "string", _("Place that the organiser gave")),
            Column("municipality_code", "string", _("Official code of the municipality or area")),
            *_each("municipality", _("Name of the municipality or area")),
            Column("mode", "string", _("How people met, as a code")),
            Column("date", "date", _("Day of the dialogue")),
            Column(
                "languages", "string", _("Languages of the words that may be read, with spaces")
            ),
            Column("participants", "integer", _("Participants. Empty if not known or under five.")),
            _address,
        ),
    ),
    Table(
        "people",
        pgettext_lazy("table", "Who took part"),
        (
            Column("kind", "string", _("age_band or group")),
            Column("code", "string", _("Code of the age band or group")),
            *_each("label", _("The code in words")),
            Column("at_least", "integer", _("Number of people, rounded down to full fives")),
        ),
        ("kind", "code"),
    ),
    Table(
        "themes",
        pgettext_lazy("table", "Themes"),
        (
            _id,
            Column("order", "integer", _("Place in the summary")),
            *_each("title", _("Title")),
            *_each("description", _("Description")),
            Column("notes", "integer", _("Notes in the theme")),
            Column("dialogues", "integer", _("Dialogues in which it was spoken of")),
            _address,
        ),
    ),
    Table(
        "sentences",
        pgettext_lazy("table", "Sentences of the summary"),
        (
            _id,
            _theme,
            Column("order", "integer", _("Place in the theme")),
            Column("voice", "string", _("Whose voice the sentence is, as a code")),
            *_each("text", _("The sentence")),
            *_each("status", _("original, machine or human_checked")),
            Column("withdrawn", "integer", _("Quotes whose permission was taken back later")),
            _address,
        ),
    ),
    Table(
        "quotes",
        pgettext_lazy("table", "Quotes behind the sentences"),
        (
            _id,
            Column("sentence", "integer", _("Sentence that rests on the quote"), "sentences"),
            _dialogue,
            Column("note", "integer", _("Note that the words are from")),
            Column("start", "integer", _("Where the words begin in the note, in characters")),
            Column("end", "integer", _("Where they end")),
            _language,
            Column("text", "string", _("The very words")),
        ),
    ),
    Table(
        "notes",
        pgettext_lazy("table", "Notes that may be published whole"),
        (_id, _theme, _dialogue, _language, Column("text", "string", _("The note"))),
    ),
    Table(
        "codes",
        pgettext_lazy("table", "Codes of the notes"),
        (
            _id,
            Column("name", "string", _("Name of the code")),
            Column("description", "string", _("When the code is used")),
            Column("parent", "integer", _("Code that this one is under"), "codes"),
        ),
    ),
    Table(
        "codings",
        pgettext_lazy("table", "Which note has which code"),
        (
            Column("note", "integer", pgettext_lazy("column", "Note"), "notes"),
            Column("code", "integer", pgettext_lazy("column", "Code"), "codes"),
        ),
        ("note", "code"),
    ),
    Table(
        "versions",
        pgettext_lazy("table", "Short and easy-language versions"),
        (
            _id,
            Column("kind", "string", _("short or easy")),
            Column("order", "integer", _("Place in the version")),
            *_each("text", _("The sentence")),
            *_each("status", _("original, machine or human_checked")),
            Column("sources", "string", _("Sentences it rests on, with spaces")),
        ),
    ),
    Table(
        "questions",
        pgettext_lazy("table", "Questions to those who can act"),
        (
            _id,
            _theme,
            *_each("owner", _("Organisation that was asked")),
            Column("owner_kind", "string", _("Kind of organisation, as a code")),
            Column("role", "string", _("Role that was asked")),
            *_each("text", _("The question")),
            Column("asked", "date", _("Day of the question")),
            Column("due", "date", _("Last day to answer")),
            Column("answered", "date", _("Day of the answer")),
            Column("state", "string", _("answered, waiting, late or withdrawn")),
            _address,
        ),
    ),
    Table(
        "answers",
        pgettext_lazy("table", "Answers, progress and evidence"),
        (
            Column("question", "integer", _("Question that it answers"), "questions"),
            Column("number", "integer", _("Number of the entry, from one")),
            Column("kind", "string", _("answer, status or evidence")),
            Column("at", "date", _("Day it was written")),
            _language,
            Column("heard", "string", _("What we heard")),
            Column("will_do", "string", _("What we will do")),
            Column("why_not", "string", _("Why not")),
            Column("progress", "string", _("planned, under_way, done or dropped")),
            Column("text", "string", _("What it shows, or the reason")),
            Column("link", "uri", _("Where the evidence is")),
            Column("corrects", "integer", _("Number of the entry that this one corrects")),
        ),
        ("question", "number"),
    ),
    Table(
        "briefs",
        pgettext_lazy("table", "Briefs for leadership"),
        (
            Column("version", "integer", _("Version of the brief")),
            Column("published", "date", _("Day of publication")),
            _address,
        ),
        ("version",),
    ),
)
BY_NAME = {one.name: one for one in TABLES}
