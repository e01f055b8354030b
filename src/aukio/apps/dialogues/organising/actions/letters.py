"""Every letter of the wing, in one place. Words are plain text in the language now active."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from aukio.apps.dialogues.organising.models import Announcement, Gathering
from aukio.shared.i18n.times import long_date


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


def letter(subject: str, *paragraphs: str) -> Letter:
    ending = f"Aukio\n{settings.PUBLIC_URL}"
    parts = [_("Hello,"), *(part for part in paragraphs if part), ending]
    return Letter(subject, "\n\n".join(parts) + "\n")


def whole(route: str, *parts: object) -> str:
    """The whole address of a page of the wing, in the language now active."""
    return f"{settings.PUBLIC_URL}{reverse(f'organising:{route}', args=parts)}"


def what(gathering: Gathering) -> str:
    """What the people come to, in a line or two."""
    told = getattr(gathering, "announcement", None) or getattr(gathering, "training", None)
    if told is None:
        return long_date(gathering.day)
    title = told.dialogue.title if isinstance(told, Announcement) else told.title
    when = long_date(gathering.day)
    if told.begins:
        when = f"{when}, {told.begins:%H.%M}"
    return "\n".join(part for part in (title, when, told.place) if part)


def whereto(gathering: Gathering) -> str:
    """For those who have a place: also the address of an online meeting."""
    told = getattr(gathering, "announcement", None) or getattr(gathering, "training", None)
    online = told.online_address if told else ""
    return "\n".join(part for part in (what(gathering), online) if part)


def has_place(gathering: Gathering, link: str) -> Letter:
    return letter(
        _("You have a place"),
        whereto(gathering),
        _("You can change what you told us or cancel on this page:\n%(link)s") % {"link": link},
        _("If you cannot come, please cancel: somebody else gets your place."),
    )


def waits(gathering: Gathering, link: str) -> Letter:
    return letter(
        _("You are on the waiting list"),
        what(gathering),
        _("All places are taken. We write to you if a place becomes free."),
        _("On this page you see your turn and can cancel:\n%(link)s") % {"link": link},
    )


def place_free(gathering: Gathering, link: str) -> Letter:
    return letter(
        _("A place became free: you can come"),
        whereto(gathering),
        _("If you cannot come, please cancel on this page:\n%(link)s") % {"link": link},
    )


def soon(gathering: Gathering, link: str) -> Letter:
    return letter(
        _("Reminder: see you soon"),
        whereto(gathering),
        _("If you cannot come, please cancel on this page:\n%(link)s") % {"link": link},
    )


def moved(gathering: Gathering, link: str) -> Letter:
    return letter(
        _("The time or the place has changed"),
        what(gathering),
        _("If you cannot come, please cancel on this page:\n%(link)s") % {"link": link},
    )


def called_off(gathering: Gathering) -> Letter:
    return letter(
        _("Called off"),
        what(gathering),
        _("This has been called off. You need not do anything."),
    )
