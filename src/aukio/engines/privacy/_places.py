"""Street addresses and postal codes with a town."""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

_UPPER: Final = "A-ZÅÄÖ"
_FINNISH: Final = (
    r"kat(?:u|ua)|kadu(?:n|lla|lle|lta|ssa|sta)|tie(?:n|tä|llä|lle|ltä)?|polku|polu(?:n|lla|lle|lta)|"
    r"kuja(?:n|a|lla|lle|lta)?|väylä(?:n|ä|llä|lle|ltä)?|raitti|raiti(?:n|lla|lle|lta)|"
    r"kaari|kaaren|rinne|rinteen|penger|penkereen|esplanadi|bulevardi|laituri|puistikko|"
    r"tori(?:n|lla|lle|lta)?|aukio(?:n|lla|lle|lta)?|portti|piha|mäki|ranta(?:n)?|kulma|kehä"
)
_SWEDISH: Final = (
    r"gatan?|vägen?|gränden?|stigen?|torget|allén?|backen|esplanaden|bulevarden|kajen|"
    r"stranden|ringen|brinken|svängen"
)
_ENDS: Final = rf"(?:{_FINNISH}|{_SWEDISH})"
_NUMBER: Final = (
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?:\s?[a-zA-Z](?![^\W\d_])(?:\s?\d{1,3}(?!\d))?)?(?!\d)"
)
_STREET: Final = re.compile(
    rf"(?<!\w)(?:[{_UPPER}][\w-]{{0,60}}\s){{0,2}}[{_UPPER}][\w-]{{0,60}}(?:\s(?=[a-z]))?{_ENDS}\s+{_NUMBER}"
)
_ENGLISH: Final = re.compile(
    rf"(?<!\w)\d{{1,4}}[A-Za-z]?\s(?:[{_UPPER}][\w'-]*\s){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Square|Close)(?!\w)"
)
_POSTAL: Final = re.compile(
    rf"(?<![\d,.+-])(?<!\d\s)(?:FI-|FIN-|S-|SE-)?(?:\d{{5}}|\d{{3}}\s\d{{2}}),?\s+"
    rf"[{_UPPER}][{_UPPER}a-zåäöé-]{{1,}}(?!\w)"
)
_BOX: Final = re.compile(r"(?<!\w)(?:PL|PB|P\.?\s?O\.?\s?Box)\s?\d{1,5}(?!\d)")


def addresses(text: str) -> Iterator[Finding]:
    """Streets with a number, and postal codes with a town."""
    for pattern in (_STREET, _ENGLISH, _POSTAL, _BOX):
        for found in pattern.finditer(text):
            yield Finding(*found.span(), Kind.ADDRESS, pattern is not _BOX)
