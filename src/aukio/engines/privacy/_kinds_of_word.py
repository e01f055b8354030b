"""What a capitalised word may be: a first name, a family name, a place, or a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from aukio.engines.privacy._forms import Forms, without_ending
from aukio.engines.privacy._lists import (
    ALSO_WORDS,
    FAMILY_ALSO_WORDS,
    FAMILY_NAMES,
    FIRST_NAMES,
    OTHER_WORDS,
    PLACES,
)
from aukio.engines.privacy._own_names import is_own, set_own
from aukio.engines.text import known_lemma, morphology

_FIRST: Final = Forms(FIRST_NAMES, i_to_e=False)
_FAMILY: Final = Forms(FAMILY_NAMES | FAMILY_ALSO_WORDS, i_to_e=True)
_PLACE: Final = Forms(PLACES, i_to_e=True)
_FAMILY_ENDS: Final = ("nen", "ström", "berg", "qvist", "kvist", "lund", "sson", "gren", "roos")
_ENDS_OF_STEMS: Final = ("se", *_FAMILY_ENDS[1:], *(f"{end}i" for end in _FAMILY_ENDS[1:]))
# -nen of ordinary words: askelluttaminen, eteläinen, kunnallinen, regionen, männen.
_ORDINARY_NEN: Final = ("minen", "lainen", "läinen", "oinen", "öinen", "llinen", "ionen", "nnen")
_SHORTEST_FAMILY: Final = 6
_LANGUAGES: Final = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Reading:
    """``first``, ``family``, ``place``: it may be one. ``word``: it may be a plain word too."""

    first: bool = False
    family: bool = False
    place: bool = False
    word: bool = False


@lru_cache(maxsize=20_000)
def reading(word: str) -> Reading:
    """What the lists and the endings tell; Voikko is asked too where it is present."""
    low = word.lower()
    if is_own(low):  # whoever listed it wants it found, whatever else it may be
        return Reading(first=True, family=True)
    place = bool(_PLACE.name_of(low))
    if low in OTHER_WORDS:
        return Reading(place=place, word=True)
    first, family = _FIRST.name_of(low), _FAMILY.name_of(low)
    listed = Reading(
        first=bool(first),
        family=bool(family) or (not first and not place and _looks_like_family(low)),
        place=place,
        word=low in ALSO_WORDS
        or (first in ALSO_WORDS if first else family in FAMILY_ALSO_WORDS)
        or _is_another_word(low, first or family)
        or (not first and _is_foreign(low)),
    )
    return _with_morphology(word, listed)


def set_own_names(names: Iterable[str]) -> None:
    """Look also for these first and family names, in any case; in place of those given before."""
    set_own(names)
    reading.cache_clear()


def _looks_like_family(low: str) -> bool:
    """-nen, -ström and their like in any case, where no dictionary holds the word."""
    if len(low) < _SHORTEST_FAMILY or any(known_lemma(low, language=one) for one in _LANGUAGES):
        return False
    last = low.rsplit("-", 1)[-1]
    if last.endswith("nen"):
        return _is_nen(last)
    return last.endswith(_FAMILY_ENDS) or any(
        stem.endswith(_ENDS_OF_STEMS) and (stem[-2:] != "se" or _is_nen(f"{stem[:-2]}nen"))
        for stem in without_ending(last)
    )


def _is_nen(base: str) -> bool:
    """Whether the base form may be Pöyhönen: no dictionary holds it, nor is it made like one."""
    return (
        len(base) > len("nen")
        and base[-4] in "aeiouyäö"
        and not base.endswith(_ORDINARY_NEN)
        and known_lemma(base, language="fi") is None
    )


def _is_another_word(low: str, name: str) -> bool:
    """Whether the form is one of another word: anna of antaa, pian of itself, hennes of hon."""
    if not name or low == name:
        return False
    finnish = known_lemma(low, language="fi")
    return finnish not in (None, name) or _is_foreign(low)


def _is_foreign(low: str) -> bool:
    """Whether it is a word of Swedish or English: björk, will."""
    return any(known_lemma(low, language=one) is not None for one in ("sv", "en"))


def _with_morphology(word: str, listed: Reading) -> Reading:
    """What the optional adapter's readings of the word add to the lists.

    What the lists know stands: Voikko knows ordinary words that look like nearly any name. A
    word it takes for a name may be a plain one in Swedish or English. It tells a name by the
    feature ``NameType`` of Universal Dependencies: Giv, Sur or Geo.
    An adapter that has no ``analyse`` adds nothing.
    """
    if listed.first or listed.family:
        return listed
    analyse = getattr(morphology("fi"), "analyse", None)
    readings = analyse(word) if analyse else ()
    if not readings:
        return listed
    kinds = {one.get("NameType", "") for one in readings}
    return Reading(
        first="Giv" in kinds,
        family="Sur" in kinds,
        place=listed.place or "Geo" in kinds,
        word=_is_foreign(word.lower()) or bool(kinds & {"", "Oth"}),
    )
