"""Combinations few people share: hints for a person, never certain."""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

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
_PLACE: Final = re.compile(
    r"(?<=[a-zåäö,]\s)[A-ZÅÄÖ][a-zåäö-]{2,}(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|laisen|läisen|n)?(?!\w)"
)
_SENTENCE: Final = re.compile(r"[^.!?\n]+")


def rare_combinations(text: str) -> Iterator[Finding]:
    """Somebody who is the only one, or whose task, place and age are told together."""
    for found in _ONLY.finditer(text):
        yield Finding(*found.span(), Kind.RARE, False)
    for sentence in _SENTENCE.finditer(text):
        yield from _told_together(text, *sentence.span())


def _told_together(text: str, start: int, end: int) -> Iterator[Finding]:
    parts = [pattern.search(text, start, end) for pattern in (_AGE, _ANY_ROLE, _PLACE)]
    spans = [part.span() for part in parts if part]
    if len(spans) == len(parts):
        yield Finding(min(a for a, _ in spans), max(b for _, b in spans), Kind.RARE, False)
