"""Lists and the map of dialogues to come."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.organising.queries.coming import Coming
from aukio.apps.dialogues.organising.views._ways import hours, places_words
from aukio.apps.dialogues.queries.pages.places import Places
from aukio.apps.dialogues.templatetags.dialogues import words
from aukio.shared.i18n.times import short_date
from aukio.ui.charts import Tile, TileMap, draw
from aukio.ui.components.tables import Cell
from aukio.ui.markup import Text, element


def link(href: str, text: Text) -> SafeString:
    return element("a", {"class": "govuk-link", "href": href}, text)


def coming_table(lines: Iterable[Coming]) -> list[list[Cell]]:
    """The table's first column is the day: people look for an evening they can come."""
    rows = []
    for one in lines:
        day = short_date(one.day) if one.day else ""
        when = " ".join(part for part in (day, hours(one.begins, one.ends)) if part)
        where = ", ".join(part for part in (one.municipality, one.mode) if part)
        title = link(reverse("organising:dialogue", args=[one.key]), one.title)
        rows.append(
            [
                Cell(title),
                Cell(when),
                Cell(where),
                Cell(", ".join(one.languages)),
                Cell(words(one.organiser)),
                Cell(places_words(one)),
            ]
        )
    return rows


def coming_head() -> list[Cell]:
    return [
        Cell(_("Dialogue")),
        Cell(pgettext("dialogue", "When")),
        Cell(pgettext("dialogue", "Where")),
        Cell(pgettext("dialogue", "Languages")),
        Cell(_("Organiser")),
        Cell(pgettext("dialogue", "Places")),
    ]


def coming_map(where: Places) -> SafeString:
    """Dialogues to come by wellbeing services county, Helsinki and Åland."""
    summary = ngettext(
        "There are dialogues to come in %(number)d of %(all)d areas.",
        "There are dialogues to come in %(number)d of %(all)d areas.",
        where.heard,
    ) % {"number": where.heard, "all": len(where.counties)}
    return draw(
        TileMap(
            title=_("Dialogues to come by wellbeing services county, Helsinki and Åland"),
            summary=summary,
            tiles=[Tile(one.code, one.name, one.dialogues) for one in where.counties],
        )
    )
