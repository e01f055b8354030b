"""One slice of what was said: a county, a municipality, a group, a language, own dialogues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils import translation

from aukio.apps.dialogues.foresight.queries.voices import (
    Said,
    Tree,
    Voices,
    by_dialogue,
    speaks,
)
from aukio.apps.dialogues.models import LANGUAGES
from aukio.apps.dialogues.queries import Shown, shown
from aukio.shared.areas import queries as areas
from aukio.shared.areas.models import Area
from aukio.shared.terms.queries import label, words

FEW = 3  # with fewer dialogues a slice shows words, and no numbers of its own
HELSINKI, ALAND = "90", "91"  # as in queries/pages/places.py of the room


class Kind(StrEnum):
    COUNTY = "county"
    MUNICIPALITY = "municipality"
    GROUP = "group"
    LANGUAGE = "language"
    OWN = "own"


PUBLIC = (Kind.COUNTY, Kind.MUNICIPALITY, Kind.GROUP, Kind.LANGUAGE)
VOCABULARIES = {Kind.GROUP: "participant-groups", Kind.LANGUAGE: "languages"}


@dataclass(frozen=True)
class Which:
    """What the slice is of. ``names`` in fi, sv and en; ``organisers`` of own dialogues."""

    kind: Kind
    code: str
    names: tuple[tuple[str, str], ...]
    organisers: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """In the language that is being written."""
        return shown(dict(self.names)).text

    def holds(self, row: Tree) -> bool:
        """Whether a dialogue belongs to the slice."""
        match self.kind:
            case Kind.OWN:
                return row["organiser"] in self.organisers
            case Kind.GROUP:
                return self.code in row["groups"]
            case Kind.LANGUAGE:
                return self.code in row["languages"]
        return bool(self.code) and row[self.kind.value] == self.code


@dataclass(frozen=True)
class Held:
    """A dialogue of the slice; ``people`` is none where the number is not public."""

    id: int
    slug: str
    title: str
    on: str
    place: str
    people: int | None

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.on) if self.on else None


@dataclass(frozen=True)
class ThemeHere:
    """A theme in the slice. ``here`` of ``of`` dialogues, none where no numbers are given."""

    id: int
    slug: str
    titles: dict[str, str]
    here: int | None
    of: int | None
    everywhere: int
    of_all: int
    quotes: tuple[Said, ...]

    @property
    def title(self) -> Shown:
        return shown(self.titles)

    @property
    def share(self) -> float | None:
        return self.here / self.of if self.here is not None and self.of else None

    @property
    def share_everywhere(self) -> float:
        return self.everywhere / self.of_all if self.of_all else 0.0

    @property
    def is_heard(self) -> bool:
        return bool(self.here or self.quotes)


@dataclass(frozen=True)
class Part:
    """The slice in one round. ``group_people``: of a group, people of it in the whole round."""

    voices: Voices
    held: tuple[Held, ...]
    themes: tuple[ThemeHere, ...]
    group_people: int | None = None

    @property
    def has_quotes(self) -> bool:
        return any(one.quotes for one in self.themes)

    @property
    def heard(self) -> tuple[ThemeHere, ...]:
        """Themes that were spoken of here, the most common first."""
        found = [one for one in self.themes if one.is_heard]
        return tuple(sorted(found, key=lambda one: (-(one.here or 0), -len(one.quotes), one.id)))


@dataclass(frozen=True)
class Slice:
    which: Which
    parts: tuple[Part, ...]

    @property
    def held(self) -> tuple[Held, ...]:
        return tuple(one for part in self.parts for one in part.held)

    @property
    def people(self) -> int | None:
        """Of the dialogues whose number is public; none where there is no such number."""
        known = [one.people for one in self.held if one.people is not None]
        return sum(known) if known else None

    @property
    def untold(self) -> int:
        """How many dialogues give no number of people."""
        return sum(1 for one in self.held if one.people is None)

    @property
    def group_people(self) -> int | None:
        known = [one.group_people for one in self.parts if one.group_people is not None]
        return sum(known) if known else None

    @property
    def themes(self) -> tuple[ThemeHere, ...]:
        return tuple(one for part in self.parts for one in part.themes)

    @property
    def heard(self) -> tuple[ThemeHere, ...]:
        return tuple(one for part in self.parts for one in part.heard)

    @property
    def quotes(self) -> tuple[Said, ...]:
        return tuple(quote for theme in self.heard for quote in theme.quotes)

    @property
    def has_numbers(self) -> bool:
        """Whether themes are told in numbers of dialogues."""
        return any(one.here is not None for one in self.themes)

    @property
    def is_sample(self) -> bool:
        return any(part.voices.round.is_sample for part in self.parts)


def slice_of(which: Which, rounds: Iterable[Voices]) -> Slice | None:
    """The slice over these rounds; none where nothing public belongs to it. No queries."""
    parts = [part for heard in rounds if (part := _part(which, heard)) is not None]
    return Slice(which, tuple(parts)) if parts else None


def _part(which: Which, heard: Voices) -> Part | None:
    said = by_dialogue(heard.said)
    group_people = None
    if which.kind == Kind.GROUP:
        group_people = heard.content["groups"].get(which.code)
        if group_people is None:  # too few to be told in the whole round
            return None
    mine = [one for one in heard.content["dialogues"] if _belongs(which, heard, one["id"], said)]
    if not mine:
        return None
    ids = frozenset(one["id"] for one in mine)
    themes = tuple(_theme(heard, theme, ids, said) for theme in heard.content["themes"])
    return Part(heard, tuple(_held(heard, one) for one in mine), themes, group_people)


def _belongs(which: Which, heard: Voices, one: int, said: dict[int, list[Said]]) -> bool:
    """Of a dialogue with few people, neither groups nor languages are told: only the language
    of its words that are public."""
    row = heard.spread.get(one)
    if row is None:
        return False
    if which.kind == Kind.LANGUAGE and not heard.people.get(one):
        return any(quote.language == which.code for quote in said.get(one, ()))
    if which.kind == Kind.GROUP and not heard.people.get(one):
        return False
    return which.holds(row)


def _held(heard: Voices, one: Tree) -> Held:
    town = {code: name for code, name in one["municipality"].items() if code != "code"}
    return Held(
        id=one["id"],
        slug=heard.slug,
        title=one["title"],
        on=one["date"] or "",
        place=shown(town).text,
        people=heard.people.get(one["id"]),
    )


def _theme(
    heard: Voices, theme: Tree, ids: frozenset[int], said: dict[int, list[Said]]
) -> ThemeHere:
    counted = [row for one, row in heard.safe.items() if one in ids]
    has_numbers = len(counted) >= FEW
    quotes = [quote for one in ids for quote in said.get(one, ()) if quote.theme == theme["id"]]
    return ThemeHere(
        id=theme["id"],
        slug=heard.slug,
        titles=theme["title"],
        here=sum(speaks(row, theme["id"]) for row in counted) if has_numbers else None,
        of=len(counted) if has_numbers else None,
        everywhere=sum(speaks(row, theme["id"]) for row in heard.speaking.values()),
        of_all=len(heard.speaking),
        quotes=tuple(sorted(quotes, key=lambda quote: (quote.sentence, quote.dialogue))),
    )


def which_of(kind: str, code: str) -> Which | None:
    """What an address is about; none for a code nobody knows. One query at most."""
    if kind not in [one.value for one in PUBLIC]:
        return None
    known = Kind(kind)
    names = _area_names(known, code) if known in (Kind.COUNTY, Kind.MUNICIPALITY) else ()
    if known in VOCABULARIES and code in _codes(known):
        names = tuple((one, label(VOCABULARIES[known], code, one)) for one in ("fi", "sv", "en"))
    return Which(known, code, names) if names else None


def _codes(kind: Kind) -> set[str]:
    """Codes of a group are a vocabulary's; those of a language are the records' own."""
    if kind == Kind.LANGUAGE:
        return set(LANGUAGES) - {"und"}
    return {word.code for word in words(VOCABULARIES[kind])}


def _area_names(kind: Kind, code: str) -> tuple[tuple[str, str], ...]:
    area: Area | None
    if not code.isalnum():  # nor is the database asked: PostgreSQL takes no NUL
        return ()
    if kind == Kind.MUNICIPALITY:
        area = areas.find(Area.Kind.MUNICIPALITY, code)
    elif code == HELSINKI:
        area = areas.find(Area.Kind.MUNICIPALITY, "091")
    elif code == ALAND:
        area = areas.find(Area.Kind.REGION, "21")
    else:
        area = areas.find(Area.Kind.WELLBEING, code)
    return names_of(area) if area else ()


def names_of(area: Any) -> tuple[tuple[str, str], ...]:
    return tuple((code, area.name(code)) for code in ("fi", "sv", "en"))


def in_language(code: str) -> Any:
    """Write in another language than the reader's: ``with in_language("sv"): …``."""
    return translation.override(code)
