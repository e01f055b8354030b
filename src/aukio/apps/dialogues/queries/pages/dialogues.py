"""The dialogues of a round, as anyone may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.queries.pages.people import People, shown
from aukio.apps.dialogues.queries.pages.places import county_code
from aukio.apps.dialogues.queries.words import Shown
from aukio.apps.dialogues.queries.words import shown as in_reader_language
from aukio.shared.terms import queries as terms

PAGE = 50


@dataclass(frozen=True)
class DialogueLine:
    """A dialogue in a list."""

    id: int
    title: str
    organiser: Shown
    municipality: str
    place: str
    mode: str
    date: date | None
    participants: People


@dataclass(frozen=True)
class DialogueFacts:
    line: DialogueLine
    county: str


def dialogues_page(
    round: Round, *, words: str = "", county: str = "", number: int | str = 1
) -> Page[DialogueLine]:
    """One page of a round's dialogues, by date."""
    return Paginator(all_dialogues(round, words=words, county=county), PAGE).get_page(number)


def all_dialogues(round: Round, *, words: str = "", county: str = "") -> list[DialogueLine]:
    """All that were asked for, by date."""
    modes = terms.labels("dialogue-modes")
    return [_line(one, modes) for one in _found(round, words, county)]


def dialogue_facts(dialogue: Dialogue) -> DialogueFacts:
    """One dialogue. Age bands and groups are told of a whole round only."""
    area = dialogue.municipality or dialogue.area
    county = area.wellbeing.name() if area is not None and area.wellbeing else ""
    return DialogueFacts(_line(dialogue, terms.labels("dialogue-modes")), county)


def with_places(dialogues: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    """Fetch what a line needs in the same query."""
    return dialogues.select_related(
        "organiser",
        "municipality__wellbeing",
        "municipality__region",
        "area__wellbeing",
        "area__region",
    )


def _found(round: Round, words: str, county: str) -> list[Dialogue]:
    rows = with_places(Dialogue.objects.filter(round=round)).order_by("date", "reference")
    for word in words.split():
        rows = rows.filter(_has(word))
    kept = list(rows)
    if county:
        kept = [one for one in kept if county_code(one.municipality or one.area) == county]
    return kept


def _has(word: str) -> Q:
    found = Q()
    fields = (
        *("title", "place", "municipality__name_fi", "municipality__name_sv"),
        *("organiser__name_fi", "organiser__name_sv", "organiser__name_en"),
    )
    for form in {word, word.lower(), word.capitalize()}:
        for field in fields:
            found |= Q(**{f"{field}__icontains": form})
    return found


def _line(one: Dialogue, modes: dict[str, str]) -> DialogueLine:
    area = one.municipality or one.area
    organiser = in_languages(one.organiser, "name") if one.organiser else {}
    return DialogueLine(
        id=one.pk,
        title=one.title,
        organiser=in_reader_language(organiser),
        municipality=area.name() if area else "",
        place=one.place,
        mode=modes.get(one.mode, one.mode),
        date=one.date,
        participants=shown(one.participants),
    )
