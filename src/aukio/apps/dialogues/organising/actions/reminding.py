"""What the service does by itself: reminders, and forgetting what is no longer needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from aukio.apps.dialogues.organising import checklist
from aukio.apps.dialogues.organising.actions import letters, places
from aukio.apps.dialogues.organising.models import Announcement, Gathering, Needs, SignUp
from aukio.shared.accounts import codes
from aukio.shared.audit.actions import record
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue

BEFORE = timedelta(days=2)
# When an organiser is written to, counted from the day, and until how late it still helps.
ORGANISERS_TOLD = (timedelta(days=-21), timedelta(days=-7), timedelta(days=-2), timedelta(days=1))
STILL_HELPS = timedelta(days=2)


def remind_participants(today: date | None = None) -> int:
    """Two days before, to everybody with a place and an address; once. Returns gatherings."""
    now = today or timezone.localdate()
    due = Gathering.objects.filter(
        reminded_at=None, is_open=True, day__gt=now, day__lte=now + BEFORE
    )
    return sum(_remind(pk) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int) -> bool:
    taken = Gathering.objects.filter(pk=pk, reminded_at=None).update(reminded_at=timezone.now())
    if not taken:
        return False
    gathering = Gathering.objects.select_related("announcement__dialogue", "training").get(pk=pk)
    for one in gathering.sign_ups.filter(has_place=True):
        places.remind(one, gathering)
    return True


def remind_organisers(today: date | None = None) -> int:
    """Write to the contact about steps that are due and not ticked. Returns letters queued."""
    now = today or timezone.localdate()
    found = Announcement.objects.filter(
        called_off_at=None,
        dialogue__is_sample=False,
        dialogue__date__range=(now - timedelta(days=3), now + timedelta(days=21)),
    ).select_related("dialogue", "registered_by")
    return sum(_write(one, turn, now) for one in found for turn in _turns(one, now))


def _turns(announcement: Announcement, now: date) -> Iterator[timedelta]:
    day = announcement.dialogue.date
    for turn in ORGANISERS_TOLD:
        if day is not None and day + turn <= now <= day + turn + STILL_HELPS:
            yield turn


@transaction.atomic
def _write(announcement: Announcement, turn: timedelta, now: date) -> bool:
    done = set(announcement.ticks.values_list("step", flat=True))
    left = [step for step in checklist.STEPS if step.code not in done and _is_near(step, turn)]
    day = announcement.dialogue.date
    if not left or day is None:
        return False
    person = announcement.registered_by
    with translation.override(person.language if person else "fi"):
        lines = "\n".join(f"– {step.words}" for step in left)
        written = letters.letter(
            _("To do: %(dialogue)s") % {"dialogue": announcement.dialogue.title},
            _("The dialogue is on %(day)s. These are still to do:") % {"day": long_date(day)},
            lines,
            _("Tick what is done, and find everything you need, on this page:\n%(link)s")
            % {"link": letters.whole("dialogue-desk", announcement.dialogue_id)},
        )
        queue(
            to=announcement.contact_email,
            subject=written.subject,
            text=written.text,
            language=person.language if person else "fi",
            about=announcement.dialogue,
            key=f"organising.to-do:{announcement.pk}:{day}:{turn.days}",
        )
    return True


def _is_near(step: checklist.Step, turn: timedelta) -> bool:
    """Before the day: what falls due in the next week. After it: what is left to send."""
    if turn > timedelta(0):
        return step.time is checklist.Time.AFTER
    return step.time is checklist.Time.BEFORE and step.due <= turn + timedelta(days=7)


def forget_needs(today: date | None = None) -> int:
    """Delete access and diet needs whose day has come. Returns how many."""
    gone, _each = Needs.objects.filter(delete_on__lte=today or timezone.localdate()).delete()
    return gone


def forget_sign_ups(today: date | None = None) -> int:
    """Delete names and addresses when their days are over. Returns how many people."""
    now = today or timezone.localdate()
    held = Gathering.objects.filter(day__lt=now, sign_ups__isnull=False).distinct()
    return sum(_forget(one) for one in held if one.forgotten_on <= now)


@transaction.atomic
def _forget(gathering: Gathering) -> int:
    found = list(SignUp.objects.filter(gathering=gathering))
    for one in found:
        codes.revoke_all(places.PURPOSE, one)
    SignUp.objects.filter(pk__in=[one.pk for one in found]).delete()
    if found:
        detail = {"people": len(found)}
        record(by=None, verb="organising.forget_sign_ups", target=gathering, detail=detail)
    return len(found)
