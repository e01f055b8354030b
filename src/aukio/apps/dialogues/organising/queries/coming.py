"""Dialogues told beforehand, as anyone may see them: no names and no addresses of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.organising.models import Announcement
from aukio.apps.dialogues.queries.pages.places import County, Places, county_code, names
from aukio.apps.dialogues.queries.words import Shown, shown
from aukio.shared.terms import queries as terms


@dataclass(frozen=True)
class Asked:
    """What the reader asked for; empty means everything that is still to come."""

    county: str = ""
    language: str = ""
    first: date | None = None
    last: date | None = None
    round: str = ""

    @property
    def is_on(self) -> bool:
        return bool(self.county or self.language or self.first or self.last or self.round)


@dataclass(frozen=True)
class Coming:
    """A dialogue to come to. ``free``: places left; None when there is no sign-up."""

    key: str
    dialogue: int
    title: str
    organiser: Shown
    round_slug: str
    round_title: Shown
    day: date | None
    begins: time | None
    ends: time | None
    municipality: str
    county: str
    place: str
    mode: str
    languages: tuple[str, ...]
    language_codes: tuple[str, ...]
    groups: tuple[str, ...]
    text: str
    is_public: bool
    is_sample: bool
    is_called_off: bool
    takes_sign_up: bool
    is_open: bool
    free: int | None
    waiting: int
    closes_on: date | None
    changed: datetime
    gathering: int | None = field(default=None, repr=False)


def listed() -> QuerySet[Announcement]:
    """Public pages in rounds that anyone may see."""
    return with_facts(Announcement.objects.filter(is_public=True)).exclude(
        dialogue__round__status=RoundStatus.PLANNED
    )


def with_facts(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    """Fetch what a line needs in the same query."""
    return found.select_related(
        "gathering",
        "dialogue__round",
        "dialogue__organiser",
        "dialogue__municipality__wellbeing",
        "dialogue__municipality__region",
    ).annotate(
        taken=Count("gathering__sign_ups", filter=Q(gathering__sign_ups__has_place=True)),
        waiting=Count("gathering__sign_ups", filter=Q(gathering__sign_ups__has_place=False)),
    )


def coming(asked: Asked | None = None) -> list[Coming]:
    """What is still to come and fits, by day. One query beside the vocabularies."""
    wanted = asked or Asked()
    today = timezone.localdate()
    found = listed().filter(
        called_off_at=None, dialogue__date__gte=max(wanted.first or today, today)
    )
    if wanted.last:
        found = found.filter(dialogue__date__lte=wanted.last)
    if wanted.round:
        found = found.filter(dialogue__round__slug=wanted.round)
    lines = told(found.order_by("dialogue__date", "begins", "pk"))
    return [one for one in lines if _fits(one, wanted)]


def of_round(round: Round) -> list[Coming]:
    """Every public page of a round, past and called-off ones too, for its calendar."""
    return told(listed().filter(dialogue__round=round).order_by("dialogue__date", "pk"))


def newest(most: int = 50) -> list[Coming]:
    """Public pages by when they last changed, for the feed."""
    return told(listed().order_by("-changed_at", "-pk")[:most])


def told(found: Iterable[Any]) -> list[Coming]:
    """The announcements as lines."""
    languages, groups = terms.labels("languages"), terms.labels("participant-groups")
    modes = terms.labels("dialogue-modes")
    return [_line(one, languages, groups, modes) for one in found]


def page_of(key: str) -> Coming | None:
    """The page at an address, listed or not."""
    found = told(with_facts(Announcement.objects.filter(key=key)))
    return found[0] if found else None


def places_of(lines: Iterable[Coming]) -> Places:
    """By county, for the map."""
    counts = Counter(one.county for one in lines)
    elsewhere = counts.pop("", 0)
    return Places(tuple(County(code, name, counts[code]) for code, name in names()), elsewhere)


def language_choices() -> list[tuple[str, str]]:
    return list(terms.labels("languages").items())


def round_choices() -> list[tuple[str, str]]:
    """Rounds that have something to come."""
    today = timezone.localdate()
    rounds = Round.objects.filter(
        dialogues__announcement__is_public=True, dialogues__date__gte=today
    ).exclude(status=RoundStatus.PLANNED)
    return [(one.slug, str(shown(in_languages(one, "title")).text)) for one in rounds.distinct()]


def _fits(one: Coming, asked: Asked) -> bool:
    return (not asked.county or one.county == asked.county) and (
        not asked.language or asked.language in one.language_codes
    )


def _line(
    one: Any, languages: dict[str, str], groups: dict[str, str], modes: dict[str, str]
) -> Coming:
    held, gathering = one.dialogue, one.gathering
    today = timezone.localdate()
    organiser = in_languages(held.organiser, "name") if held.organiser else {}
    has_sign_up = gathering is not None and gathering.places > 0
    is_open = bool(has_sign_up and not one.is_called_off and gathering.takes_people(today))
    return Coming(
        key=one.key,
        dialogue=held.pk,
        title=held.title,
        organiser=shown(organiser),
        round_slug=held.round.slug,
        round_title=shown(in_languages(held.round, "title")),
        day=held.date,
        begins=one.begins,
        ends=one.ends,
        municipality=held.municipality.name() if held.municipality else "",
        county=county_code(held.municipality),
        place=one.place,
        mode=modes.get(held.mode, held.mode),
        languages=tuple(languages.get(code, code) for code in one.languages),
        language_codes=tuple(one.languages),
        groups=tuple(groups.get(code, code) for code in one.groups),
        text=one.text,
        is_public=one.is_public,
        is_sample=held.is_sample,
        is_called_off=one.is_called_off,
        takes_sign_up=bool(has_sign_up and gathering.is_open),
        is_open=is_open,
        free=max(gathering.places - one.taken, 0) if has_sign_up else None,
        waiting=one.waiting,
        closes_on=gathering.closes_on if has_sign_up else None,
        changed=one.changed_at,
        gathering=gathering.pk if gathering else None,
    )
