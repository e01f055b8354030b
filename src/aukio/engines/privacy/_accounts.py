"""Bank accounts (ISO 13616) and marks of vehicles."""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

_LENGTHS: Final = {
    "AT": 20,
    "BE": 16,
    "CH": 21,
    "CZ": 24,
    "DE": 22,
    "DK": 18,
    "EE": 20,
    "ES": 24,
    "FI": 18,
    "FR": 27,
    "GB": 22,
    "HU": 28,
    "IE": 22,
    "IS": 26,
    "IT": 27,
    "LT": 20,
    "LV": 21,
    "NL": 18,
    "NO": 15,
    "PL": 28,
    "PT": 25,
    "RO": 24,
    "SE": 24,
    "UA": 29,
}
_START: Final = re.compile(r"(?<![^\W_])([A-Za-z]{2})[\s-]?(?=\d[\s-]?\d)")
_PLATE: Final = re.compile(
    r"(?<![\w-])(?:[A-ZÅÄÖ]{2,3}[-\u2010\u2011\u2013]\d{1,3}|[A-Z]{3}\s\d{2}[\dA-Z])(?![\w-])"
)
_NOT_PLATES: Final = frozenset(
    ("EU", "YK", "EN", "ISO", "SFS", "EY", "FN", "UN", "AI", "TV", "SI", "HD", "COP", "KPI", "TET")
)


def ibans(text: str) -> Iterator[Finding]:
    """Account numbers, however grouped; of a wrong check only Finnish ones, as not certain."""
    for found in _START.finditer(text):
        country = found[1].upper()
        wanted = _LENGTHS.get(country)
        if wanted is None:
            continue
        end, signs = _take(text, found.start(), wanted)
        if len(signs) < wanted or (end < len(text) and text[end].isalnum()):
            continue
        right = is_iban(signs)
        if right or (country == "FI" and signs[2:].isdigit()):
            yield Finding(found.start(), end, Kind.IBAN, right)


def is_iban(written: str) -> bool:
    """Whether the check of the account number is right; blanks do not count."""
    signs = re.sub(r"[\s-]", "", written).upper()
    if _LENGTHS.get(signs[:2]) != len(signs) or not (signs.isascii() and signs.isalnum()):
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def plates(text: str) -> Iterator[Finding]:
    """Marks of Finnish and Swedish cars, never certain: many short names look the same."""
    for found in _PLATE.finditer(text):
        if re.split(r"[^A-ZÅÄÖ]", found[0])[0] not in _NOT_PLATES:
            yield Finding(*found.span(), Kind.PLATE, False)


def _take(text: str, start: int, wanted: int) -> tuple[int, str]:
    """``wanted`` letters and digits from ``start`` on, and where they end."""
    signs: list[str] = []
    at, gap = start, 0
    while at < len(text) and len(signs) < wanted:
        sign = text[at]
        if sign.isascii() and sign.isalnum():
            signs.append(sign)
            gap = 0
        elif sign in " -\u00a0\u2009\u202f\t\n" and gap < 2:
            gap += 1
        else:
            break
        at += 1
    return at, "".join(signs)
