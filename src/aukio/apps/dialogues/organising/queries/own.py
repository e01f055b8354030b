"""What an organiser sees of own dialogues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising import checklist
from aukio.apps.dialogues.organising.models import Announcement, Application, Gathering
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import organisations_where


@dataclass(frozen=True)
class StepLine:
    code: str
    words: str
    due: date | None
    is_done: bool

    @property
    def spoken(self) -> dict[str, str]:
        """For the ear each button says which step it is about."""
        word = pgettext("button", "Not done") if self.is_done else pgettext("button", "Done")
        return {"aria-label": f"{word}: {self.words}"}


@dataclass(frozen=True)
class Part:
    """The steps of one time."""

    words: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True)
class Person:
    """Somebody who has signed up; ``turn`` on the waiting list, 0 with a place."""

    number: int
    name: str
    email: str
    has_place: bool
    turn: int
    access: str
    diet: str


def steps_of(announcement: Announcement) -> list[Part]:
    """The checklist with what is done; one query."""
    done = set(announcement.ticks.values_list("step", flat=True))
    day = announcement.dialogue.date
    return [
        Part(
            str(time.words),
            tuple(
                StepLine(step.code, str(step.words), day + step.due if day else None,
                         step.code in done)
                for step in checklist.STEPS
                if step.time is time
            ),
        )
        for time in checklist.Time
    ]  # fmt: skip


def people_of(gathering: Gathering | None) -> list[Person]:
    """Those with a place, then the waiting list in order; one query."""
    if gathering is None:
        return []
    rows = list(gathering.sign_ups.select_related("needs").order_by("-has_place", "number"))
    waiting = [one.pk for one in rows if not one.has_place]
    found = []
    for one in rows:
        needs = getattr(one, "needs", None)
        found.append(
            Person(
                number=one.number,
                name=one.name,
                email=one.email,
                has_place=one.has_place,
                turn=0 if one.has_place else waiting.index(one.pk) + 1,
                access=needs.access if needs else "",
                diet=needs.diet if needs else "",
            )
        )
    return found


def earlier(organisations: Any, round: Round | None = None) -> Announcement | None:
    """The newest page of these organisations: what is remembered from it is not asked again."""
    found = Announcement.objects.filter(dialogue__organiser__in=organisations)
    return found.select_related("dialogue__municipality").order_by("-registered_at").first()


def own_announcements(person: Any) -> QuerySet[Announcement]:
    """Pages of the person's own organisations, next day first."""
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    return (
        Announcement.objects.filter(dialogue__organiser__in=own)
        .select_related("dialogue__round", "gathering")
        .annotate(
            taken=Count(
                "gathering__sign_ups",
                filter=Q(gathering__sign_ups__has_place=True),
                distinct=True,
            ),
            done=Count("ticks", distinct=True),
        )
        .order_by("dialogue__date", "pk")
    )


def own_organisations(person: Any) -> QuerySet[Organisation]:
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    return Organisation.objects.filter(pk__in=own).order_by("name_fi", "pk")


def own_applications(person: Any) -> QuerySet[Application]:
    return Application.objects.filter(person=person).order_by("-at")
