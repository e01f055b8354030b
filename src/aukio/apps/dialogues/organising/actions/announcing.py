"""Telling of a dialogue beforehand: its page, its places, its checklist."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions import edit_dialogue, register_dialogue
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.organising import checklist
from aukio.apps.dialogues.organising.actions import places as sign_ups
from aukio.apps.dialogues.organising.actions._checks import codes, email, fitting, needed
from aukio.apps.dialogues.organising.models import (
    KEPT_DAYS,
    MOST_PLACES,
    NEEDS_KEPT,
    Announcement,
    Gathering,
    Needs,
    Tick,
)
from aukio.apps.dialogues.queries.pages.own import OPEN
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation

LONGEST_KEPT = 60


@dataclass(frozen=True)
class Telling:
    """What the organiser tells. ``places`` 0: no sign-up. An empty title is made from the rest."""

    day: date
    contact_name: str
    contact_email: str
    title: str = ""
    municipality: Area | None = None
    mode: str = ""
    place: str = ""
    online_address: str = ""
    begins: time | None = None
    ends: time | None = None
    languages: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    text: str = ""
    is_public: bool = True
    places: int = 0
    closes_on: date | None = None
    kept_days: int = KEPT_DAYS


@transaction.atomic
def announce(
    *, by: Person | None, round: Round, organiser: Organisation | None, telling: Telling
) -> Announcement:
    """Register a dialogue with its page. Raises ``Fault`` on what cannot be used."""
    if round.status not in OPEN:
        raise Fault(
            _("This round does not take new dialogues now."),
            mend=_("Choose a round that is open."),
        )
    _check_day(telling.day)
    fields = _fields(telling)
    dialogue = register_dialogue(
        by=by,
        round=round,
        organiser=organiser,
        title=telling.title.strip() or _title(organiser, telling),
        place=_told_place(telling),
        municipality=telling.municipality,
        mode=telling.mode,
        date=telling.day,
    )
    made = Announcement.objects.create(
        dialogue=dialogue, registered_by=by, gathering=_gathering(telling, None), **fields
    )
    record(
        by=by,
        verb="organising.announce_dialogue",
        target=made,
        detail={"dialogue": dialogue.pk, "public": made.is_public, "places": telling.places},
    )
    return made


@transaction.atomic
def edit(*, by: Person | None, announcement: Announcement, telling: Telling) -> Announcement:
    """Change the page. More places are filled from the waiting list; nobody loses a place."""
    require("organising.edit_announcement", by, announcement)
    if telling.day != announcement.dialogue.date:
        _check_day(telling.day)
    fields = _fields(telling)
    before = _when_and_where(announcement)
    dialogue: Dialogue = announcement.dialogue
    edit_dialogue(
        by=by,
        dialogue=dialogue,
        title=telling.title.strip() or _title(dialogue.organiser, telling),
        place=_told_place(telling),
        municipality=telling.municipality,
        mode=telling.mode,
        date=telling.day,
    )
    for name, value in fields.items():
        setattr(announcement, name, value)
    announcement.gathering = _gathering(telling, announcement.gathering)
    announcement.save()
    if announcement.gathering and before != _when_and_where(announcement):
        sign_ups.tell_moved(announcement.gathering)
    record(
        by=by,
        verb="organising.edit_announcement",
        target=announcement,
        detail={"public": announcement.is_public, "places": telling.places},
    )
    return announcement


@transaction.atomic
def call_off(*, by: Person | None, announcement: Announcement) -> Announcement:
    """The dialogue is not held; everybody who signed up is told. Again changes nothing."""
    require("organising.edit_announcement", by, announcement)
    if announcement.is_called_off:
        return announcement
    announcement.called_off_at = timezone.now()
    announcement.save(update_fields=["called_off_at", "changed_at"])
    gathering = announcement.gathering
    if gathering is not None:
        gathering.is_open = False
        gathering.save(update_fields=["is_open"])
        for one in gathering.sign_ups.all():
            sign_ups.tell_called_off(one, gathering)
    record(by=by, verb="organising.call_off", target=announcement)
    return announcement


@transaction.atomic
def tick(*, by: Person | None, announcement: Announcement, step: str) -> None:
    """Mark a step of the checklist as done. Again changes nothing."""
    require("organising.edit_announcement", by, announcement)
    _check_step(step)
    _made, is_new = Tick.objects.get_or_create(
        announcement=announcement, step=step, defaults={"by": by}
    )
    if is_new:
        detail = {"step": step}
        record(by=by, verb="organising.tick_step", target=announcement, detail=detail)


@transaction.atomic
def untick(*, by: Person | None, announcement: Announcement, step: str) -> None:
    """The step is not done after all."""
    require("organising.edit_announcement", by, announcement)
    _check_step(step)
    gone, _each = Tick.objects.filter(announcement=announcement, step=step).delete()
    if gone:
        detail = {"step": step}
        record(by=by, verb="organising.untick_step", target=announcement, detail=detail)


def _check_step(step: str) -> None:
    if step not in checklist.CODES:
        raise Fault(_("There is no such step in the checklist."))


def _check_day(day: date) -> None:
    if day < timezone.localdate():
        raise Fault(
            _("The day has already been."),
            where=pgettext("dialogue", "Date"),
            mend=_("Choose today or a later day."),
        )


def _when_and_where(announcement: Announcement) -> tuple[object, ...]:
    """What people must be told when it changes."""
    told = announcement
    return (told.dialogue.date, told.begins, told.place, told.online_address)


def _title(organiser: Organisation | None, telling: Telling) -> str:
    """The organiser and the place: nothing typed twice."""
    where = telling.municipality.name() if telling.municipality else ""
    return ", ".join(part for part in (str(organiser or ""), where) if part)


def _told_place(telling: Telling) -> str:
    """The place of an unlisted dialogue stays on its own page."""
    return telling.place if telling.is_public else ""


def _fields(telling: Telling) -> dict[str, object]:
    if telling.begins and telling.ends and telling.ends == telling.begins:
        raise Fault(
            _("The dialogue ends when it begins."),
            where=pgettext("dialogue", "Ends"),
            mend=_("Correct one of the times."),
        )
    return {
        "is_public": telling.is_public,
        "begins": telling.begins,
        "ends": telling.ends,
        "place": fitting(telling.place, pgettext("dialogue", "Place"), 200),
        "online_address": telling.online_address.strip(),
        "languages": codes("languages", telling.languages, pgettext("dialogue", "Languages")),
        "groups": codes(
            "participant-groups", telling.groups, pgettext("dialogue", "Whom you invite")
        ),
        "text": fitting(telling.text, pgettext("dialogue", "What you want to tell"), 2000),
        "contact_name": needed(telling.contact_name, pgettext("dialogue", "Contact person"), 120),
        "contact_email": email(telling.contact_email),
    }


def _gathering(telling: Telling, old: Gathering | None) -> Gathering | None:
    """The places as told now; none are made for a dialogue without sign-up."""
    if telling.places == 0 and old is None:
        return None
    _check_places(telling)
    kept = old or Gathering(places=telling.places, day=telling.day)
    if kept.day != telling.day:
        kept.reminded_at = None
        Needs.objects.filter(sign_up__gathering=kept).update(delete_on=telling.day + NEEDS_KEPT)
    kept.day = telling.day
    kept.closes_on = telling.closes_on
    kept.kept_days = telling.kept_days
    kept.is_open = telling.places > 0
    if old is None:
        kept.save()
        return kept
    kept.save(update_fields=["day", "closes_on", "kept_days", "is_open", "reminded_at"])
    if telling.places:
        sign_ups.set_places(gathering=kept, places=telling.places)
    return kept


def _check_places(telling: Telling) -> None:
    if not 0 <= telling.places <= MOST_PLACES:
        raise Fault(
            _("The number of places cannot be right."),
            where=pgettext("dialogue", "Places"),
            mend=_("Write a number from 1 to %(most)d, or 0 for no sign-up.")
            % {"most": MOST_PLACES},
        )
    if not 1 <= telling.kept_days <= LONGEST_KEPT:
        raise Fault(
            _("Names are kept from 1 to 60 days after the dialogue."),
            mend=_("Choose a number of days between these."),
        )
    if telling.closes_on and telling.closes_on > telling.day:
        raise Fault(
            _("Sign-up ends after the dialogue."),
            where=pgettext("dialogue", "Sign-up ends"),
            mend=_("Choose the day of the dialogue or an earlier one."),
        )
