"""Facts about rounds and dialogues as rows of lists and tables."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Change, Dialogue, Gate, Record, Round
from aukio.apps.dialogues.queries import DialogueRow, shown
from aukio.apps.dialogues.queries.pages.dialogues import DialogueFacts, DialogueLine
from aukio.apps.dialogues.queries.pages.records import RecordLine
from aukio.apps.dialogues.templatetags.dialogues import (
    language_names,
    people,
    permission,
    spoken_language,
    words,
)
from aukio.apps.dialogues.views._verbs import verb_words
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.times import date_and_time, long_date, short_date
from aukio.ui.components.tables import Cell, Row
from aukio.ui.markup import Text, element


def link(href: str, text: Text) -> SafeString:
    return element("a", {"class": "govuk-link", "href": href}, text)


def _step(route: str, pk: int, text: str, held: Dialogue) -> SafeString:
    """A link that says for the ear which dialogue it is about."""
    href = reverse(f"dialogues:{route}", args=[pk])
    tags = {"class": "govuk-link", "href": href, "aria-label": f"{text}: {held.title}"}
    return element("a", tags, text)


def dialogue_rows(facts: DialogueFacts) -> list[Row]:
    """Where, when, by whom and with how many."""
    line = facts.line
    where = ", ".join(part for part in (line.place, line.municipality, facts.county) if part)
    rows = [
        (_("Organiser"), words(line.organiser) if line.organiser.text else ""),
        (pgettext("dialogue", "Date"), long_date(line.date) if line.date else ""),
        (pgettext("dialogue", "Place"), where),
        (_("How people met"), line.mode),
        (_("Participants"), people(line.participants)),
    ]
    return [Row(key, value) for key, value in rows if value]


def dialogue_table(round: Round, lines: Iterable[DialogueLine]) -> list[list[Cell]]:
    return [
        [
            Cell(link(reverse("dialogues:dialogue", args=[round.slug, line.id]), line.title)),
            Cell(words(line.organiser)),
            Cell(line.municipality),
            Cell(short_date(line.date) if line.date else ""),
            Cell(people(line.participants), is_number=True),
        ]
        for line in lines
    ]


def dialogue_table_head() -> list[Cell]:
    return [
        Cell(_("Dialogue")),
        Cell(_("Organiser")),
        Cell(_("Municipality")),
        Cell(pgettext("dialogue", "Date")),
        Cell(_("Participants"), is_number=True),
    ]


def record_table(lines: Iterable[RecordLine]) -> list[list[Cell]]:
    """Dialogues with what has come in of each, and the next step."""
    rows, languages = [], language_names()
    for line in lines:
        held, record = line.dialogue, line.record
        if record and record.gate == Gate.HELD:
            step = _("The organiser looks it through")
        elif record:
            step = _step("record", record.pk, _("Read the record"), held)
        else:
            step = _step("record-add", held.pk, _("Add a record"), held)
        rows.append(
            [
                Cell(held.title),
                Cell(held.organiser.name if held.organiser else ""),
                Cell(short_date(held.date) if held.date else ""),
                Cell(languages.get(record.language, "") if record else ""),
                Cell(permission(record.permission) if record else ""),
                Cell(number(line.notes), is_number=True),
                Cell(step),
            ]
        )
    return rows


def record_table_head() -> list[Cell]:
    return [
        Cell(_("Dialogue")),
        Cell(_("Organiser")),
        Cell(pgettext("dialogue", "Date")),
        Cell(pgettext("record", "Language")),
        Cell(pgettext("record", "Permission")),
        Cell(_("Notes"), is_number=True),
        Cell(_("Record")),
    ]


def record_rows(record: Record) -> list[Row]:
    """Where the record came from and what may be published of it."""
    source = record.source_name or str(record.get_source_kind_display())
    return [
        Row(pgettext("record", "Came from"), source),
        Row(pgettext("record", "Added"), date_and_time(record.imported_at)),
        Row(pgettext("record", "Language"), spoken_language(record.language)),
        Row(pgettext("record", "Permission"), permission(record.permission)),
    ]


def change_rows(changes: Iterable[Change]) -> list[list[Cell]]:
    """A round's changes, newest first."""
    undone = pgettext("change", "taken back")
    return [
        [
            Cell(verb_words(change.verb).capitalize()),
            Cell(change.by.name if change.by else _("The service")),
            Cell(date_and_time(change.at)),
            Cell(undone if change.undone_at else ""),
        ]
        for change in changes
    ]


def change_head() -> list[Cell]:
    return [
        Cell(pgettext("change", "What")),
        Cell(pgettext("change", "Who")),
        Cell(pgettext("change", "When")),
        Cell(pgettext("change", "State")),
    ]


def own_table(rows: Iterable[DialogueRow]) -> list[list[Cell]]:
    """An organiser's dialogues: the round, how far the record is, what to do next."""
    table = []
    for row in rows:
        held = row.dialogue
        title = shown(in_languages(held.round, "title"))
        step = _step("record-add", held.pk, _("Add a record"), held)
        table.append(
            [
                Cell(held.title),
                Cell(link(reverse("dialogues:round", args=[held.round.slug]), title.text)),
                Cell(short_date(held.date) if held.date else ""),
                Cell(number(row.notes), is_number=True),
                Cell(step),
            ]
        )
    return table


def own_table_head() -> list[Cell]:
    return [
        Cell(_("Dialogue")),
        Cell(pgettext("page", "Round")),
        Cell(pgettext("dialogue", "Date")),
        Cell(_("Notes"), is_number=True),
        Cell(_("Record")),
    ]
