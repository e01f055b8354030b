"""E-mail addresses, also as people write them to hide them from machines."""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

_AT_WORD: Final = r"at|ät|ätt|ät-merkki|miukumauku|miuku\s?mauku|kissanhäntä|snabel-?\s?a|@|＠"
_DOT_WORD: Final = r"dot|piste|punkt|\."
# Bounded, so that a long run of signs, such as a picture as letters, is read once and not
# over again from each of its signs; and no brace, which may stand around a dot.
_SIGN: Final = r"[\w!#$%&'*+/=?^`|~-]{1,64}"
_LOCAL: Final = (
    rf"{_SIGN}(?:(?:\.|\s(?:dot|piste|punkt)\s|\s?[(\[{{](?:dot|piste|punkt|\.)[)\]}}]\s?)"
    rf"{_SIGN}){{0,20}}"
)
_AT: Final = (
    rf"(?:\s{{0,3}}[@＠]\s{{0,3}}"
    rf"|\s{{0,3}}[(\[{{<]\s?(?:{_AT_WORD})\s?[)\]}}>]\s{{0,3}}"
    rf"|[-_](?:at|ät)[-_]"
    rf"|\s{{1,3}}(?:{_AT_WORD})\s{{1,3}})"
)
_DOT: Final = rf"(?:\.|\s?[(\[{{]\s?(?:{_DOT_WORD})\s?[)\]}}]\s?|\s(?:dot|piste|punkt)\s|\s\.\s?)"
_LABEL: Final = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_SPELT: Final = re.compile(rf"{_LOCAL}{_AT}{_LABEL}(?:{_DOT}{_LABEL})*{_DOT}[^\W\d_]{{2,24}}", re.I)
# Anything else with the sign in it: unusual names, an address of numbers, a house's own host.
_SIGNED: Final = re.compile(
    rf"(?:\"[^\"\n]{{1,64}}\"|[^\s@＠<>(),;:\"]{{1,254}})\s?[@＠]\s?(?:\[[0-9A-Fa-f.:]+\]|{_LABEL}(?:\.{_LABEL})*)"
)


def emails(text: str) -> Iterator[Finding]:
    """Every address; one told in words ("anna at example.fi") is not certain."""
    seen: list[tuple[int, int]] = []
    for found in _SPELT.finditer(text):
        signed = "@" in found[0] or "＠" in found[0] or bool(re.search(r"[(\[{<]", found[0]))
        seen.append(found.span())
        yield Finding(*found.span(), Kind.EMAIL, signed)
    for found in _SIGNED.finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in seen):
            yield Finding(*found.span(), Kind.EMAIL, True)
