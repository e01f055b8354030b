"""Breadcrumbs and links that several pages share."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import pgettext

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries import Shown, shown
from aukio.ui.components.own import Link
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import Text
from aukio.ui.navigation import address

MEASURES = ("1.1.1", "1.1.2")


def title_of(round: Round) -> Shown:
    """The round's title in the reader's language, else in one there is."""
    return shown(in_languages(round, "title"))


def crumbs(*steps: tuple[Text, str]) -> list[Crumb]:
    """From the front page through the room; the last step is the page itself."""
    start = [
        Crumb(pgettext("page", "Front page"), reverse("front")),
        Crumb(pgettext("room", "Dialogues"), reverse("dialogues:rounds")),
    ]
    *ways, (here, _href) = steps or (("", ""),)
    return [*start, *(Crumb(text, href) for text, href in ways), *([Crumb(here)] if here else [])]


def round_step(round: Round) -> tuple[Text, str]:
    return title_of(round).text, reverse("dialogues:round", args=[round.slug])


def desk_steps(round: Round) -> list[tuple[Text, str]]:
    """The way to a page of the round's desk."""
    return [
        (pgettext("page", "Desk"), reverse("dialogues:desks")),
        (title_of(round).text, reverse("dialogues:desk", args=[round.slug])),
    ]


def measure_links() -> list[Link]:
    """The plan's measures that dialogue rounds carry out, where the plan is in the house."""
    found = []
    for number in MEASURES:
        href = address_of_measure(number)
        if href:
            text = pgettext("plan", "Measure %(number)s of the plan") % {"number": number}
            found.append(Link(text, href))
    return found


def address_of_measure(number: str) -> str:
    return reverse("plan:measure", args=[number]) if address("plan:plan") else ""
