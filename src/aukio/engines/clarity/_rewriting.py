"""Putting sure suggestions in, and comparing what two texts state as fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from aukio.engines.clarity._checking import Finding

NUMBER = re.compile(r"\d+(?:[\u00a0 .,:]\d+)*")
NAME = re.compile(r"(?<=[^.!?\n][ \u00a0(])[A-ZÅÄÖ][\w'’-]*")
NEGATIONS = {
    "fi": re.compile(
        r"\b(?:en|et|ei|emme|ette|eivät|älä|älkää|ellei|eikä|ilman|vain|ainoastaan|paitsi)\b",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\b(?:inte|ej|icke|aldrig|ingen|inget|inga|utan|bara|endast)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|cannot|without|only|except|\w+n['’]t)\b", re.IGNORECASE
    ),
}
MODALS = {
    "fi": re.compile(
        r"\b(?:voi\w{0,5}|saa(?:t|tte|n|vat)?|pitää|pitäisi|täytyy|tulee|on pakko|kannattaa|jos"
        r"|mikäli|ehkä)\b",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\b(?:kan|får|ska|skall|måste|bör|behöver|om|därest|såframt|kanske)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(?:can|may|might|must|shall|should|will|would|need|if|unless|perhaps)\b", re.IGNORECASE
    ),
}
SAME = {
    "ainoastaan": "vain",
    "endast": "bara",
    "ej": "inte",
    "icke": "inte",
    "skall": "ska",
    "mikäli": "jos",
} | dict.fromkeys(("därest", "såframt"), "om")


@dataclass(frozen=True, slots=True)
class Facts:
    """What must survive a rewriting: each kind with its words, sorted."""

    numbers: tuple[str, ...]
    names: tuple[str, ...]
    negations: tuple[str, ...]
    modals: tuple[str, ...]

    def lost_in(self, other: Facts) -> tuple[str, ...]:
        """The words of these facts that `other` lacks."""
        return tuple(
            word
            for one in fields(self)
            for word in (
                Counter(getattr(self, one.name)) - Counter(getattr(other, one.name))
            ).elements()
        )


def facts(text: str, language: str) -> Facts:
    """The numbers (dates with them), names, negations, and modals and conditions of a text.

    Digits are compared without their grouping; words that mean the same (`ej`, `inte`) as one.
    """
    return Facts(
        numbers=tuple(sorted(re.sub(r"\D", "", one) for one in NUMBER.findall(text))),
        names=tuple(sorted(NAME.findall(text))),
        negations=_words(NEGATIONS[language], text),
        modals=_words(MODALS[language], text),
    )


def rewrite(source: str, findings: Sequence[Finding]) -> str:
    """`source` with every suggestion put in; of overlapping ones the first is taken.

    A suggestion stands only where it is sure, so nothing stated changes.
    """
    parts, at = [], 0
    for finding in sorted(findings, key=lambda one: (one.start, one.end)):
        if finding.suggestion is None or finding.start < at:
            continue
        parts += [source[at : finding.start], finding.suggestion]
        at = finding.end
    return "".join([*parts, source[at:]])


def _words(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (one.group().casefold() for one in pattern.finditer(text))
    return tuple(sorted(SAME.get(word, word) for word in found))
