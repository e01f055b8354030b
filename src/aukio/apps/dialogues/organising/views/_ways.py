"""Breadcrumbs, tabs and small parts that several pages share."""

from __future__ import annotations

from datetime import date, time

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.queries.coming import Coming
from aukio.apps.dialogues.views._ways import crumbs, desk_steps, title_of
from aukio.shared.i18n.times import long_date
from aukio.ui.components.tables import Row
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import Text


def list_step() -> tuple[Text, str]:
    return pgettext("page", "Coming dialogues"), reverse("organising:coming")


def page_step(one: Coming) -> tuple[Text, str]:
    return one.title, reverse("organising:dialogue", args=[one.key])


def own_step() -> tuple[Text, str]:
    return pgettext("page", "My dialogues"), reverse("organising:own")


def cockpit_crumbs(round: Round, *steps: tuple[Text, str]) -> list[Crumb]:
    """From the round's desk through the cockpit; without steps, the cockpit itself."""
    own = (pgettext("page", "Cockpit"), reverse("organising:cockpit", args=[round.slug]))
    if not steps:
        return crumbs(*desk_steps(round), (own[0], ""))
    return crumbs(*desk_steps(round), own, *steps)


def whole(path: str) -> str:
    """The address as it is written on paper."""
    return f"{settings.PUBLIC_URL}{path}"


def hours(begins: time | None, ends: time | None) -> str:
    """ "17.30–19.30"."""
    if begins is None:
        return ""
    first = f"{begins:%H.%M}"
    return f"{first}–{ends:%H.%M}" if ends else first


def moment(day: date | None, begins: time | None, ends: time | None) -> str:
    """The day and the hours."""
    parts = (long_date(day) if day else "", hours(begins, ends))
    return ", ".join(part for part in parts if part)


def facts(one: Coming, *, is_printed: bool = False) -> list[Row]:
    """What anyone may know of a dialogue to come; printed, only what does not change daily."""
    where = ", ".join(part for part in (one.place, one.municipality) if part)
    rows = [
        (pgettext("dialogue", "When"), moment(one.day, one.begins, one.ends)),
        (pgettext("dialogue", "Where"), where),
        (_("How people meet"), one.mode),
        (pgettext("dialogue", "Languages"), ", ".join(one.languages)),
        (pgettext("dialogue", "Invited"), ", ".join(one.groups)),
        (_("Organiser"), one.organiser.text),
        (pgettext("dialogue", "Places"), "" if is_printed else places_words(one)),
    ]
    return [Row(key, value) for key, value in rows if value]


def places_words(one: Coming) -> str:
    """Whether one can still come."""
    if one.free is None or not one.takes_sign_up:
        return ""
    if not one.is_open:
        return _("Sign-up has ended.")
    if one.free:
        return _("Free places: %(number)d") % {"number": one.free}
    return _("Full. You can join the waiting list.")


__all__ = ["cockpit_crumbs", "crumbs", "desk_steps", "title_of", "whole"]
