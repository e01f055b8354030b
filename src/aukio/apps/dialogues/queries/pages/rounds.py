"""The list of rounds and the page of one: what anyone may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Dialogue, DialogueDay, Round, RoundStatus, Season
from aukio.apps.dialogues.queries.pages.people import UNKNOWN, People
from aukio.apps.dialogues.queries.records import rounds_for
from aukio.apps.dialogues.queries.words import Shown
from aukio.apps.dialogues.queries.words import shown as in_reader_language
from aukio.apps.dialogues.taking_part import TOLD

PAGE = 10


@dataclass(frozen=True)
class RoundFilter:
    """What the reader asked for; empty means everything."""

    words: str = ""
    year: int | None = None
    status: str = ""

    @property
    def is_on(self) -> bool:
        return bool(self.words or self.year or self.status)


@dataclass(frozen=True)
class RoundLine:
    """A round in a list."""

    slug: str
    title: Shown
    season: str
    season_code: str
    year: int
    status: str
    status_words: str
    is_sample: bool
    days: tuple[date, ...]
    dialogues: int
    organisers: int
    participants: People


def rounds_page(person: Any, asked: RoundFilter, number: int | str = 1) -> Page[RoundLine]:
    """One page of rounds, newest first; five queries at any size."""
    found = _filtered(rounds_for(person), asked).order_by("-year", "season", "slug")
    page = Paginator(found, PAGE).get_page(number)
    page.object_list = lines(list(page.object_list))  # type: ignore[assignment]
    return page  # type: ignore[return-value]


def all_lines(person: Any, asked: RoundFilter) -> list[RoundLine]:
    """Every round that was asked for, for the download."""
    return lines(list(_filtered(rounds_for(person), asked).order_by("-year", "season", "slug")))


def newest(most: int) -> list[RoundLine]:
    """The newest rounds that anyone may see, for the front page; three queries."""
    return lines(list(rounds_for(None).order_by("-year", "season", "slug")[:most]))


def years(person: Any) -> list[int]:
    """Years that have rounds, newest first."""
    found = rounds_for(person).order_by("-year").values_list("year", flat=True)
    return list(found.distinct())


def lines(rounds: list[Round]) -> list[RoundLine]:
    """The rounds with their figures, two queries."""
    ids = [round.pk for round in rounds]
    days: dict[int, list[date]] = {}
    for one, day in DialogueDay.objects.filter(round__in=ids).values_list("round_id", "date"):
        days.setdefault(one, []).append(day)
    figures = figures_of(ids)
    return [_line(round, tuple(days.get(round.pk, ())), figures.get(round.pk)) for round in rounds]


@dataclass(frozen=True)
class Figures:
    dialogues: int
    organisers: int
    participants: People


NO_FIGURES = Figures(0, 0, People(0))


def figures_of(rounds: list[int]) -> dict[int, Figures]:
    """Dialogues, organisers and participants by round; one query."""
    rows = Dialogue.objects.filter(round__in=rounds).order_by("round").values("round")
    counted = rows.annotate(
        dialogues=Count("pk"),
        organisers=Count("organiser", distinct=True),
        people=Sum("participants"),
        told=Sum("participants", filter=TOLD),
    )
    return {
        row["round"]: Figures(
            row["dialogues"], row["organisers"], _people(row["people"], row["told"])
        )
        for row in counted
    }


def _people(there: int | None, told: int | None) -> People:
    """``told`` of them are in dialogues whose own number is told."""
    return UNKNOWN if there is None else People(told, is_least=told != there)


def _line(round: Round, days: tuple[date, ...], figures: Figures | None) -> RoundLine:
    counted = figures or NO_FIGURES
    return RoundLine(
        slug=round.slug,
        title=in_reader_language(in_languages(round, "title")),
        season=str(Season(round.season).label),
        season_code=round.season,
        year=round.year,
        status=round.status,
        status_words=str(RoundStatus(round.status).label),
        is_sample=round.is_sample,
        days=days,
        dialogues=counted.dialogues,
        organisers=counted.organisers,
        participants=counted.participants,
    )


def _filtered(rounds: QuerySet[Round], asked: RoundFilter) -> QuerySet[Round]:
    if asked.year:
        rounds = rounds.filter(year=asked.year)
    if asked.status:
        rounds = rounds.filter(status=asked.status)
    for word in asked.words.split():
        rounds = rounds.filter(_has(word))
    return rounds


def _has(word: str) -> Q:
    """SQLite tells Ä from ä, so the word is sought in the cases it is written in."""
    found = Q()
    for form in {word, word.lower(), word.capitalize()}:
        for field in ("title_fi", "title_sv", "title_en"):
            found |= Q(**{f"{field}__icontains": form})
    return found
