"""An organiser's lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.organising import checklist
from aukio.apps.dialogues.organising.models import Application
from aukio.apps.dialogues.organising.queries.own import Person
from aukio.apps.dialogues.organising.views._tables import link
from aukio.apps.dialogues.organising.views._ways import hours
from aukio.shared.i18n.times import short_date
from aukio.ui.components.tables import Cell, Row


def own_table(rows: Iterable[Any]) -> list[list[Cell]]:
    """Own dialogues with sign-ups and steps done."""
    table = []
    for one in rows:
        held, gathering = one.dialogue, one.gathering
        has_places = gathering is not None and gathering.is_open
        taken = f"{one.taken}/{gathering.places}" if has_places else ""
        if one.is_called_off:
            taken = _("Called off")
        day = short_date(held.date) if held.date else ""
        table.append(
            [
                Cell(link(reverse("organising:dialogue-desk", args=[held.pk]), held.title)),
                Cell(" ".join(part for part in (day, hours(one.begins, one.ends)) if part)),
                Cell(taken),
                Cell(f"{one.done}/{len(checklist.STEPS)}"),
            ]
        )
    return table


def own_head() -> list[Cell]:
    return [
        Cell(_("Dialogue")),
        Cell(pgettext("dialogue", "When")),
        Cell(_("Places taken")),
        Cell(_("Steps done")),
    ]


def people_table(people: Iterable[Person]) -> list[list[Cell]]:
    rows = []
    for one in people:
        if one.has_place:
            state = _("Has a place")
        else:
            state = _("Waiting, turn %(turn)d") % {"turn": one.turn}
        rows.append([Cell(one.name), Cell(state), Cell(one.email)])
    return rows


def people_head() -> list[Cell]:
    return [
        Cell(pgettext("person", "Name")),
        Cell(pgettext("sign-up", "State")),
        Cell(pgettext("field", "E-mail address")),
    ]


def needs_list(people: Iterable[Person]) -> list[Row]:
    """Needs of those who come, by person."""
    return [
        Row(one.name, " · ".join(part for part in (one.access, one.diet) if part))
        for one in people
        if one.has_place and (one.access or one.diet)
    ]


def application_table(applications: Iterable[Application]) -> list[Row]:
    """What one has asked for, and how far it is."""
    return [
        Row(
            one.name_fi,
            " – ".join(part for part in (str(one.get_state_display()), one.reason) if part),
        )
        for one in applications
    ]
