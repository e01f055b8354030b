"""Notes to read and code: by record or side by side, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, When

from aukio.apps.dialogues.coding.models import Coding
from aukio.apps.dialogues.coding.queries import proposals as of_machine
from aukio.apps.dialogues.coding.standing import Standing, standing
from aukio.apps.dialogues.models import Dialogue, Note, Record, Round, in_use
from aukio.apps.dialogues.queries.pages.dialogues import with_places
from aukio.apps.dialogues.queries.pages.places import county_code
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.apps.dialogues.readable import readable
from aukio.shared.accounts.models import Person

PAGE = 25
MOST_BESIDE = 3
STATES = ("mine-not", "mine", "other", "differ", "proposed", "useful")


@dataclass(frozen=True)
class Filter:
    """What is read. ``records`` beside each other; ``dialogue`` and ``code`` are ids.

    ``stay`` is a note just coded: it is shown though it may no longer match.
    """

    records: tuple[int, ...] = ()
    dialogue: int | None = None
    language: str = ""
    county: str = ""
    state: str = ""
    code: int | None = None
    words: str = ""
    stay: int | None = None


@dataclass(frozen=True)
class Other:
    """What somebody else gave, when it may be seen."""

    name: str
    codes: frozenset[int]


@dataclass(frozen=True)
class ReadNote:
    """A note to code. ``own`` is None while the reader has not coded it."""

    id: int
    text: str
    language: str
    record: int
    dialogue_title: str
    own: frozenset[int] | None
    others: tuple[Other, ...]
    hidden: bool
    settled: frozenset[int] | None
    is_disputed: bool
    proposals: tuple[of_machine.Shown, ...]


def notes_page(
    round: Round, person: Any, asked: Filter, *, number: int | str = 1
) -> Page[ReadNote]:
    """A page of the notes asked for. A constant number of queries."""
    rows = _asked(round, person, asked)
    page = Paginator(rows.select_related("record__dialogue").defer("record__text"), PAGE)
    shown: Any = page.get_page(number)
    shown.object_list = read_notes(round, person, list(shown.object_list))
    return shown  # type: ignore[no-any-return]


def read_notes(round: Round, person: Any, notes: list[Note]) -> tuple[ReadNote, ...]:
    """The notes with what this person may know of their codes."""
    ids = [one.pk for one in notes]
    found, texts = standing(round, ids), readable(notes)
    proposed = of_machine.shown(round, person, ids)
    names = coder_names(found)
    return tuple(
        _read(one, person, found, texts[one.pk], proposed.get(one.pk, ()), names) for one in notes
    )


def columns(
    round: Round, person: Any, records: Iterable[int], *, number: int | str = 1
) -> list[Any]:
    """Records beside each other: each with its own page of notes of the same number."""
    wanted = list(records)[:MOST_BESIDE]
    rows = Record.objects.filter(in_use(), dialogue__round=round, pk__in=wanted)
    there = {one.pk: one for one in rows.select_related("dialogue").defer("text")}
    pages = []
    for pk in wanted:
        if pk in there:
            page = notes_page(round, person, Filter(records=(pk,)), number=number)
            pages.append((there[pk], page))
    return pages


def coder_names(found: Standing) -> dict[int, str]:
    """Names of those who have coded. One query."""
    ids = {coder for given in found.given.values() for coder in given}
    return {one.pk: one.name or one.email for one in Person.objects.filter(pk__in=ids)}


def dialogues_of(round: Round) -> list[Dialogue]:
    """The round's dialogues that have notes to read, with their places. One query."""
    has_record = Record.objects.filter(in_use(), dialogue=OuterRef("pk"))
    rows = Dialogue.objects.filter(Exists(has_record), round=round).order_by("date", "reference")
    return list(with_places(rows))


def records_of(round: Round) -> list[tuple[int, str]]:
    """Records in use, to be chosen for reading."""
    rows = Record.objects.filter(in_use(), dialogue__round=round)
    return list(
        rows.order_by("dialogue__date", "dialogue__reference", "pk").values_list(
            "pk", "dialogue__title"
        )
    )


def _read(
    note: Note,
    person: Any,
    found: Standing,
    text: str,
    proposed: tuple[of_machine.Shown, ...],
    names: Mapping[int, str],
) -> ReadNote:
    given = found.given.get(note.pk, {})
    others = {coder: codes for coder, codes in given.items() if coder != person.pk}
    known = found.is_known_to(person, note.pk)
    return ReadNote(
        id=note.pk,
        text=text,
        language=note.language,
        record=note.record_id,
        dialogue_title=note.record.dialogue.title,
        own=given.get(person.pk),
        others=tuple(Other(names.get(c, ""), codes) for c, codes in others.items())
        if known
        else (),
        hidden=bool(others) and not known,
        settled=found.settled.get(note.pk),
        is_disputed=known and found.is_disputed(note.pk),
        proposals=proposed,
    )


def _asked(round: Round, person: Any, asked: Filter) -> QuerySet[Note]:
    rows = used(round)
    if asked.records:
        rows = rows.filter(record__in=asked.records)
    if asked.dialogue:
        rows = rows.filter(record__dialogue=asked.dialogue)
    if asked.language:
        rows = rows.filter(language=asked.language)
    if asked.county:
        here = [
            one.pk
            for one in dialogues_of(round)
            if county_code(one.municipality or one.area) == asked.county
        ]
        rows = rows.filter(record__dialogue__in=here)
    for word in asked.words.split():
        forms = {word, word.lower(), word.capitalize()}  # SQLite folds only a to z
        rows = rows.filter(reduce(or_, (Q(text__icontains=form) for form in forms)))
    if asked.state:
        rows = rows.filter(_state(round, person, asked.state) | Q(pk=asked.stay))
    if asked.code:
        rows = rows.filter(pk__in=_with_code(round, person, asked.code))
    if asked.state == "useful":
        return _in_rank(rows, round)
    return rows.order_by(
        "record__dialogue__date", "record__dialogue__reference", "record", "position"
    )


def _state(round: Round, person: Any, state: str) -> Q:
    here = Coding.objects.filter(note=OuterRef("pk"))
    mine, others = here.filter(coder=person), here.exclude(coder=person)
    if state == "mine-not":
        return Q(~Exists(mine))
    if state == "mine":
        return Q(Exists(mine))
    if state == "other":
        return Q(Exists(others)) & Q(~Exists(mine))
    if state == "differ":
        return Q(pk__in=standing(round).disputed(person))
    if state == "proposed":
        return Q(pk__in=of_machine.waiting(round, person).values("note"))
    if state == "useful":
        return Q(pk__in=of_machine.useful(round))
    return Q()


def _in_rank(rows: QuerySet[Note], round: Round) -> QuerySet[Note]:
    """The notes that teach most first."""
    places = [When(pk=pk, then=at) for at, pk in enumerate(of_machine.useful(round))]
    return rows.order_by(Case(*places, default=0, output_field=IntegerField()), "pk")


def _with_code(round: Round, person: Any, code: int) -> list[int]:
    found = standing(round)
    return [
        note
        for note, given in found.given.items()
        if found.is_known_to(person, note)
        and (code in set().union(*given.values()) or code in found.settled.get(note, ()))
    ]
