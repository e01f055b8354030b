"""Rules on constructions found by the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._checking import _limits as limits
from aukio.engines.clarity._checking._catalogue import Profile
from aukio.engines.clarity._checking._passage import Hit, Passage
from aukio.engines.clarity._structures import CLAUSE_EQUIVALENTS, Kind, Structure

RARE_FORMS = (Kind.ABESSIVE, Kind.COMITATIVE, Kind.INSTRUCTIVE, Kind.POTENTIAL)
FAMILIAR = frozenset(
    [
        *("tarvittaessa", "halutessasi", "mahdollisuuksien", "osin", "tavoin", "samoin", "jalan"),
        *("kaikin", "poikkeuksetta", "viipymättä", "alkaen", "lukien", "riippuen", "mennessä"),
        *("kuluttua", "verrattuna", "liittyen", "koskien", "johtuen", "poiketen", "päätyttyä"),
    ]
)
# "On weekdays", "in the mornings": nobody would write these otherwise.
TIMES = re.compile(
    r"(?:arki|pyhi|aamui|iltai|päivi|iltapäivi|öi|kesäi|talvi|keväi|syksyi|viikonloppui"
    r"|maanantai|tiistai|keskiviikkoi|torstai|perjantai|lauantai|sunnuntai)sin",
    re.IGNORECASE,
)
NEGATED = {
    "fi": re.compile(
        r"\b(?:ei|eivät|en|et|emme|ette)\b[^,.;:]{0,40}?\b(?:\w{3,}"
        r"(?:maton|mätön|mattoman|mättömän|mattomia|mättömiä|mattomaksi)|mahdoto\w+|ilman"
        r"|epä(?:selv|tavalli|todennäköi|oikeude|varm|olenna|asialli|mukav|reilu|luotettav)\w+"
        r"|(?!(?:välttä|epäile|kieltä|huoli|riippu|katso|viipy)m)\w{3,}m[aä]tt[aä])\b",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\b(?:inte|ej|aldrig|ingen)\b[^,.;:]{0,30}?\b(?:"
        r"o(?:möjlig|vanlig|nödvändig|laglig|känd|klar|rimlig|tänkbar|sannolik|befogad)\w*"
        r"|utan att|inte|sällan|låta bli|underlåta)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not|never|no|cannot|\w+n't)\b[^,.;:]{0,30}?\b(?:impossible|without|never|fail to|"
        r"un(?:less|like|usual|able|common|reasonable|necessary|known|lawful)\w*|"
        r"in(?:eligible|valid|correct|complete|frequent|significant|sufficient|appropriate))\b",
        re.IGNORECASE,
    ),
}


def clause_equivalent(passage: Passage) -> Iterator[Hit]:
    """Easy: each one. Official and web: a sentence with two or more."""
    for line in passage.sentences:
        found = [one for one in passage.within(line, *CLAUSE_EQUIVALENTS) if _is_new(one, passage)]
        if passage.profile is Profile.EASY or len(found) > 1:
            yield from (_named(passage, "clause-equivalent", one) for one in found)


def participle_attribute(passage: Passage) -> Iterator[Hit]:
    """Easy: each one. Official and web: two or more before the same sentence's nouns."""
    kinds = (Kind.PARTICIPLE_ATTRIBUTE, Kind.AGENT_PARTICIPLE)
    for line in passage.sentences:
        found = [one for one in passage.within(line, *kinds) if _is_new(one, passage)]
        if passage.profile is Profile.EASY or len(found) > 2:
            yield from (_named(passage, "participle-attribute", one) for one in found)


def rare_form(passage: Passage) -> Iterator[Hit]:
    """Rare cases and the potential; adverbs that everyone knows are let be."""
    for one in passage.of_kind(*RARE_FORMS):
        if _is_new(one, passage):
            yield _named(passage, "rare-form", one)


def nominalisation_stack(passage: Passage) -> Iterator[Hit]:
    """Nouns made from verbs, leaning on one another."""
    for one in passage.of_kind(Kind.NOMINALISATION_STACK):
        yield _named(passage, "nominalisation-stack", one)


def long_compound(passage: Passage) -> Iterator[Hit]:
    """Easy: three parts. Official and web: only words of more than 25 signs."""
    for one in passage.of_kind(Kind.LONG_COMPOUND):
        if passage.profile is Profile.EASY or one.end - one.start > 25:
            yield _named(passage, "long-compound", one)


def double_negation(passage: Passage) -> Iterator[Hit]:
    """Two negatives within one clause."""
    pattern = NEGATED[passage.language]
    for line in passage.sentences:
        for found in pattern.finditer(line.text):
            start, end = line.start + found.start(), line.start + found.end()
            yield Hit("double-negation", start, end, values={"word": passage.said(start, end)})


def late_verb(passage: Passage) -> Iterator[Hit]:
    """The sentence's first passive, its verb, comes only after many words without a stop."""
    limit = limits.BEFORE_VERB[passage.profile]
    for line in passage.sentences:
        verbs = passage.within(line, Kind.PASSIVE)
        if not verbs or passage.within(line, Kind.SUBCLAUSE):
            continue
        before = [word for word in line.words if word.end <= verbs[0].start]
        if len(before) >= limit and line.words[-1].start <= verbs[0].end:
            values: dict[str, str | int] = {"count": len(before)}
            yield Hit("late-verb", line.start, verbs[0].end, values=values)


def _named(passage: Passage, rule: str, one: Structure) -> Hit:
    return Hit(rule, one.start, one.end, values={"word": passage.said(one.start, one.end)})


def _is_new(one: Structure, passage: Passage) -> bool:
    word = passage.document.text[one.start : one.end].casefold()
    return word not in FAMILIAR and not TIMES.fullmatch(word)
