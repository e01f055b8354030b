"""Combinations few people share: hints for a person, never certain."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind
from aukio.engines.privacy._kinds_of_word import reading


class Trait(StrEnum):
    """What is told of somebody in a rare combination: why it is one."""

    ONLY = "only"  # the only one of a kind
    AGE = "age"
    TASK = "task"
    OFFICE = "office"  # a task that one person has in a place
    PLACE = "place"


_ROLE: Final = (
    r"(?:rehtori|kunnanjohtaja|kaupunginjohtaja|kirkkoherra|pappi|lääkäri|eläinlääkäri|"
    r"kansanedustaja|toimitusjohtaja|puheenjohtaja|poliisi|yrittäjä|kauppias|maatilan\w*|"
    r"maahanmuuttaja|pakolainen|opettaja|hoitaja|terveydenhoitaja|kirjastonjohtaja|valtuutettu|"
    r"rektor|kommundirektör|kyrkoherde|präst|läkare|veterinär|riksdagsledamot|polis|företagare|"
    r"lärare|ordförande|invandrare|flykting|fullmäktigeledamot|"
    r"headteacher|head\s?teacher|mayor|vicar|priest|doctor|vet|policeman|police\s?officer|"
    r"teacher|councillor|refugee|immigrant|shopkeeper)"
)
_ONLY: Final = re.compile(
    rf"(?<!\w)(?:ainoa|ainut|ainoana|den\s+enda|det\s+enda|ende|the\s+only)(?:\s+\w+){{0,2}}\s+{_ROLE}\w*"
    rf"|(?<!\w)(?:ainoana|ainoa|den\s+enda|the\s+only)\s+(?:naisena|miehenä|nainen|mies|kvinnan|mannen|woman|man)(?!\w)"
    r"(?:\s+\w+){0,3}",
    re.I,
)
_AGE: Final = re.compile(
    r"(?<!\d)\d{1,3}\s?[-\u2010-\u2013]?\s?(?:vuotia\w*|åri(?:g|ng)\w*|year[s]?[-\s]old)(?!\w)",
    re.I,
)
_ANY_ROLE: Final = re.compile(rf"(?<!\w){_ROLE}\w{{0,6}}", re.I)
_OFFICE: Final = re.compile(
    r"(?<!\w)(?:rehtori|kunnanjohtaja|kaupunginjohtaja|kirkkoherra|eläinlääkäri|kirjastonjohtaja|"
    r"rektor|kommundirektör|stadsdirektör|kyrkoherde|veterinär|"
    r"head\s?teacher|mayor|vicar|municipal\s+manager)\w{0,5}",
    re.I,
)
_CAPITALISED: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖ][a-zåäö]{2,}(?:-[A-ZÅÄÖa-zåäö]+)?(?!\w)")
_SENTENCE: Final = re.compile(r"[^.!?\n]+")
_LAINEN: Final = re.compile(r"l(?:ai|äi)(?:nen|sen|sta|stä|selle|set|sia|siä)$")


def rare_combinations(text: str) -> Iterator[Finding]:
    """Somebody who is the only one, or whose task and place, or age too, are told together."""
    for start, end, _traits in _combinations(text):
        yield Finding(start, end, Kind.RARE, False)


def traits(text: str) -> tuple[Trait, ...]:
    """Why the words are a rare combination: what they tell of somebody; () when they are none."""
    return tuple(dict.fromkeys(one for _start, _end, told in _combinations(text) for one in told))


def _combinations(text: str) -> Iterator[tuple[int, int, tuple[Trait, ...]]]:
    for found in _ONLY.finditer(text):
        yield *found.span(), (Trait.ONLY,)
    for sentence in _SENTENCE.finditer(text):
        yield from _told_together(text, *sentence.span())


def _told_together(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Trait, ...]]]:
    age, task = _AGE.search(text, start, end), _ANY_ROLE.search(text, start, end)
    office, place = _OFFICE.search(text, start, end), None
    if office or (age and task):
        place = _place(text, start, end)
    if not place:
        return
    told = {Trait.AGE: age, Trait.OFFICE: office, Trait.PLACE: place}
    if not office:
        told = {Trait.AGE: age, Trait.TASK: task, Trait.PLACE: place}
    spans = {trait: part.span() for trait, part in told.items() if part}
    yield min(a for a, _ in spans.values()), max(b for _, b in spans.values()), tuple(spans)


def _place(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word that is a place of the list, or Kuhmolainen of one."""
    for word in _CAPITALISED.finditer(text, start, end):
        if reading(word[0]).place or reading(_LAINEN.sub("", word[0])).place:
            return word
    return None
