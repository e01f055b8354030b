"""Telephone numbers: Finnish and Swedish as they are written at home, others with +."""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

_GAP: Final = r"[\s()\[\]./\-\u00ad\u2010-\u2015\u2212\u200b-\u200d\u2060_]{0,4}"
_START: Final = re.compile(
    rf"[(\[]?(?:(?P<plus>[+＋]){_GAP}|(?<![\d,])(?P<double>00)(?=[\s1-9(])|(?<![\d,])(?P<home>0)(?=\D{{0,4}}\d)"
    rf"|(?<![\d,])(?=358{_GAP}\d|46{_GAP}7))"
)
_GROUP: Final = re.compile(rf"({_GAP})(\d+)")
_CUE: Final = re.compile(
    r"(?<!\w)(?:puh(?:elin(?:numero)?)?|gsm|kännykkä|matkapuhelin|numero|soita|tel(?:efon)?|"
    r"ring|mobil|(?:telefon)?nummer|phone|mobile|call|number|text)\w{0,4}[\s.:]{1,4}"
    r"(?:on|är|is)?[\s:]{0,2}(?=[\d(])",
    re.I,
)
# A number said digit by digit, in words: "nolla neljä nolla yksi kaksi kolme neljä".
_SAID: Final = re.compile(
    r"(?<!\w)(?:(?:nolla|yksi|yks|kaksi|kaks|kolme|neljä|viisi|viis|kuusi|kuus|seitsemän|kahdeksan|"
    r"yhdeksän|noll|nolla|ett|två|tre|fyra|fem|sex|sju|åtta|nio|zero|oh|one|two|three|four|five|six|"
    r"seven|eight|nine)(?:[\s,.-]{1,3}|(?!\w))){6,}",
    re.I,
)
_DATES: Final = re.compile(
    r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\s?\.\s?(?:0?[1-9]|1[0-2])\.(?:\s?(?:19|20)\d\d(?!\d))?(?!\d)"
    r"|(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d)"
    r"|(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d.,+-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\s?[./\d]|[-\u2010-\u2015]\d+(?![.:\d]))"
)
_OPENERS: Final = tuple("+＋([")
_MOST_OPENERS: Final = 4
_FEWEST, _MOST_HOME, _MOST_ABROAD, _FEWEST_LOCAL = 7, 12, 15, 5


def phones(text: str) -> Iterator[Finding]:
    """Numbers that begin as telephone numbers do, or that a word before tells to be one."""
    quiet = _DATES.sub(lambda date: "\u2400" * len(date[0]), text)
    at, ends = 0, []
    while start := _START.search(quiet, at):
        abroad = not start["home"]
        end, digits = _read(quiet, start.start(), _MOST_ABROAD if abroad else _MOST_HOME)
        at = max(start.end(), start.start() + 1)
        if digits < _FEWEST or _is_a_large_sum(quiet, start.start(), end):
            continue
        at = end
        ends.append((start.start(), end))
        yield Finding(start.start(), end, Kind.PHONE, True)
    for said in _SAID.finditer(text):
        words = said[0].rstrip(" \n\t,.-")
        yield Finding(said.start(), said.start() + len(words), Kind.PHONE, False)
    for cue in _CUE.finditer(quiet):
        end, digits = _read(quiet, cue.end(), _MOST_ABROAD)
        known = any(one < end and cue.end() < other for one, other in ends)
        if digits >= _FEWEST_LOCAL and not known:
            yield Finding(cue.end(), end, Kind.PHONE, False)


def _read(text: str, start: int, most: int) -> tuple[int, int]:
    """Where the number ends, and how many digits it has: groups while they are not too many."""
    for _ in range(_MOST_OPENERS):
        if text[start : start + 1] not in _OPENERS or _GROUP.match(text, start):
            break
        start += 1
    at, digits = start, 0
    while group := _GROUP.match(text, at):
        if digits and digits + len(group[2]) > most:
            break
        digits += len(group[2])
        at = group.end()
        if digits > most:  # one long row of digits is something else
            return at, 0
    return at, digits


def _is_a_large_sum(text: str, start: int, end: int) -> bool:
    """ "10 000 000": zeros in threes after a number."""
    before = text[max(0, start - 2) : start]
    return text[start : start + 3] == "000" and before[:1].isdigit() and not before[1:].isdigit()
