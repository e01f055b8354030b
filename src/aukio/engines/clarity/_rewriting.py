"""Putting sure suggestions in, and comparing what two texts state as fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

from aukio.engines.clarity._checking import Finding
from aukio.engines.clarity._checking._catalogue import load

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
        r"|mikäli|ehkä|edelly[tn]\w+|kunhan|ehdolla|ehtona)\b",
        re.IGNORECASE,
    ),
    "sv": re.compile(
        r"\b(?:kan|får|ska|skall|måste|bör|behöver|om|ifall|därest|såframt|kanske|förutsatt"
        r"|förutsättning\w*|villkor\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:can|may|might|must|shall|should|will|would|need|if|unless|perhaps|provided that"
        r"|on condition|as long as)\b",
        re.IGNORECASE,
    ),
}
SAME = {
    "ainoastaan": "vain",
    "endast": "bara",
    "ej": "inte",
    "icke": "inte",
    "skall": "ska",
    "mikäli": "jos",
} | dict.fromkeys(("därest", "såframt", "ifall"), "om")
ISO_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
DATE = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?(?!\d)")
THOUSANDS = {"en": re.compile(r",(?=\d{3}(?!\d))")}
DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


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

    Numbers are compared without their grouping, dates however they are written (`5.3.2024`,
    `5. maaliskuuta 2024`); words that mean the same (`ej`, `inte`) as one.
    """
    dates, rest = _without_dates(text, language)
    return Facts(
        numbers=tuple(sorted([*dates, *(_number(one, language) for one in NUMBER.findall(rest))])),
        names=tuple(sorted(NAME.findall(rest))),
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


def _without_dates(text: str, language: str) -> tuple[list[str], str]:
    """The dates as `5.3.2024` or `5.3.`, and the text without them."""
    months = [one.casefold() for one in load("vague")["months"][language]]
    named = re.compile(
        rf"\b(?P<day>\d{{1,2}})\.?\s(?P<month>{'|'.join(months)})\b(?:\s(?P<year>\d{{4}})\b)?",
        re.IGNORECASE,
    )
    dates: list[str] = []

    def noted(found: re.Match[str]) -> str:
        said = found["month"].casefold()
        month = months.index(said) + 1 if said in months else int(said)
        dates.append(f"{int(found['day'])}.{month}.{found['year'] or ''}")
        return "–"

    for pattern in (ISO_DATE, DATE, named):
        text = pattern.sub(noted, text)
    return dates, text


def _number(written: str, language: str) -> str:
    """Without what only groups its digits: `1 250 000`, English `1,250`; a decimal sign stays."""
    tight = re.sub(r"[\u00a0 ]", "", written)
    if language in THOUSANDS:
        return THOUSANDS[language].sub("", tight)
    return tight.replace(".", "") if DOTTED.fullmatch(tight) else tight


def _words(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (one.group().casefold() for one in pattern.finditer(text))
    return tuple(sorted(SAME.get(word, word) for word in found))
