"""Rules on figures: Roman numerals, ranges, long numbers, dates, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._checking._catalogue import Profile, load
from aukio.engines.clarity._checking._passage import Hit, Line, Passage

ROMAN = re.compile(r"\b(?=[IVXLC]{2,})(?:X{0,3}|XL|LX{0,3}|XC|C{1,3})(?:I{1,3}|I?V|VI{1,3}|IX|)\b")
# A king's or a pope's number belongs to the name.
RULER = re.compile(
    r"\b(?:(?:[Kk]uningas|[Kk]uningatar|[Kk]eisari|[Pp]aavi|[Kk]ung|[Dd]rottning|[Pp]åve|King|Queen"
    r"|Emperor|Pope)\s\w+|Kaarle|Kustaa|Aleksanteri|Karl|Gustav|Alexander|Charles|Henry|Elisabet"
    r"|Elizabeth)n?\s$"
)
RULER_SIGNS = 60  # a title and a name; more would be read anew for each numeral of a long line
RANGE = re.compile(
    r"(?<![\d.,-])(\d{1,4}(?:[.:,]\d{1,2})?)\s?[–-]\s?(\d{1,4}(?:[.:,]\d{1,2})?)(?![\d–-])"
)
ALWAYS = re.compile(r"\b24/7(?:/365)?\b")
LONG = re.compile(
    r"(?<![\d.,/-])\d{5,}(?![\d-])(?=\s?(?:euro|€|e\b|kr|mk|asuk|invån|inhab|person|henk))"
)
ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
NUMERIC_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
PHONE = re.compile(r"(?<![\d.,/-])(?:\+358\d{7,10}|0\d{8,10})(?![\d-])")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# Finnish endings of a number in figures, by the last number word one hears: `9:stä 14:ään`.
FROM = ("sta", "stä", "sta", "sta", "stä", "stä", "sta", "stä", "sta", "stä")
TO = ("aan", "een", "een", "een", "ään", "een", "een", "ään", "aan", "ään")
NBSP = "\u00a0"


def roman_numeral(passage: Passage) -> Iterator[Hit]:
    """Roman numerals of two signs or more, not in headings' own numbering nor a ruler's name."""
    for line, found in _matches(passage, ROMAN):
        before = line.text[max(found.start() - RULER_SIGNS, 0) : found.start()]
        if found.group() and not RULER.search(before):
            yield _hit(line, found, "roman-numeral", str(_arabic(found.group())))


def number_range(passage: Passage) -> Iterator[Hit]:
    """`9–12` in easy language."""
    wording = load("vague")["range"][passage.language]
    for line, found in _matches(passage, RANGE):
        first, last = found.groups()
        if passage.language == "fi":
            first, last = first + _finnish_ending(first, FROM), last + _finnish_ending(last, TO)
        plain = wording.format(a=first, b=last)
        values = {"word": found.group(), "plain": plain}
        yield Hit("number-range", line.start + found.start(), line.start + found.end(), 1.0, values)


def round_the_clock(passage: Passage) -> Iterator[Hit]:
    """`24/7`."""
    plain = load("vague")["roundtheclock"][passage.language]
    for line, found in _matches(passage, ALWAYS):
        yield _hit(line, found, "round-the-clock", plain, sure=True)


def long_number(passage: Passage) -> Iterator[Hit]:
    """Amounts of five digits or more without grouping."""
    sign = "," if passage.language == "en" else NBSP
    for line, found in _matches(passage, LONG):
        plain = f"{int(found.group()):,}".replace(",", sign)
        yield _hit(line, found, "long-number", plain, sure=not found.group().startswith("0"))


def date_form(passage: Passage) -> Iterator[Hit]:
    """Dates in computer order anywhere; dates in figures in easy language."""
    for line, found in _matches(passage, ISO_DATE):
        year, month, day = map(int, found.groups())
        yield from _date(passage, line, found, day, month, year)
    if passage.profile is Profile.EASY:
        for line, found in _matches(passage, NUMERIC_DATE):
            day, month, year = map(int, found.groups())
            yield from _date(passage, line, found, day, month, year)


def phone_form(passage: Passage) -> Iterator[Hit]:
    """Telephone numbers in one run of digits."""
    for line, found in _matches(passage, PHONE):
        yield _hit(line, found, "phone-form", _grouped(found.group()), sure=True)


def _matches(passage: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
    for line in passage.sentences:
        for found in pattern.finditer(line.text):
            yield line, found


def _hit(line: Line, found: re.Match[str], rule: str, plain: str, *, sure: bool = False) -> Hit:
    start, end = line.start + found.start(), line.start + found.end()
    values = {"word": found.group(), "plain": plain}
    return Hit(rule, start, end, 1.0, values, plain if sure else None)


def _date(
    passage: Passage, line: Line, found: re.Match[str], day: int, month: int, year: int
) -> Iterator[Hit]:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    name = load("vague")["months"][passage.language][month - 1]
    plain = {"fi": f"{day}. {name} {year}", "sv": f"den {day} {name} {year}"}.get(
        passage.language, f"{day} {name} {year}"
    )
    yield _hit(line, found, "date-form", plain, sure=passage.language != "sv")


def _arabic(roman: str) -> int:
    values = [VALUES[sign] for sign in roman]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _finnish_ending(figures: str, endings: tuple[str, ...]) -> str:
    """`:stä` for 9 and 20, `:sta` for 8 and 100."""
    number = int(re.split(r"\D", figures)[-1])
    digits = str(number).rstrip("0")
    zeros = len(str(number)) - len(digits) if number else 0
    if zeros == 1:  # kymmenestä, kymmeneen
        return ":" + endings[1]
    if zeros == 2:  # sadasta, sataan
        return ":" + endings[0]
    if zeros == 3:  # tuhannesta, tuhanteen
        return ":" + endings[2]
    return ":" + endings[number % 10]


def _grouped(number: str) -> str:
    """`0295123456` → `0295 123 456`; `+358295123456` → `+358 295 123 456`."""
    head, rest = (number[:4], number[4:]) if number.startswith("+") else (number[:-6], number[-6:])
    groups = [rest[max(0, end - 3) : end] for end in range(len(rest), 0, -3)][::-1]
    if len(groups) > 1 and len(groups[0]) < 2:
        groups[:2] = [groups[0] + groups[1]]
    return NBSP.join([head, *groups])
