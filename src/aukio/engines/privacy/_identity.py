"""Finnish personal identity codes: ddmmyy, a mark of the century, three digits, a check.

Marks: ``+`` 1800s; ``-`` and, since 2023, ``Y X W V U`` 1900s; ``A`` and ``B C D E F`` 2000s.
Check: the nine digits modulo 31 (Government Decree 128/2010, 2 §; amended 2022).
"""

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind

_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_HYPHENS: Final = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_MARKS: Final = _HYPHENS + "+\uff0b" + "ABCDEFUVWXYabcdefuvwxy"
# Blanks, line ends, full stops and invisible signs that get between the parts.
_GAP: Final = r"[\s.\u00ad\u200b-\u200d\u2060\ufeff]{0,4}"


def _spread(*parts: str) -> str:
    return _GAP.join(parts)


_DATE: Final = _spread("[0-3]", "[0-9]", "[01]", "[0-9]", "[0-9]", "[0-9]")
_TAIL: Final = _spread("[0-9]", "[0-9]", "[0-9]", "[0-9A-Za-z]")
_WITH_MARK: Final = re.compile(
    rf"(?<![0-9])({_DATE}){_GAP}[{re.escape(_MARKS)}]{_GAP}({_TAIL})(?![0-9])"
)
# Without a mark only a right check tells a code from any other number.
_BARE: Final = re.compile(
    rf"(?<![0-9])({_DATE})[\s_/.,:;~=*|\u200b-\u200d]{{0,4}}({_TAIL})(?![0-9])"
)
_LETTER_AFTER: Final = re.compile(r"[^\W\d_]")


def check_character(digits: str) -> str:
    """The check of nine digits, ddmmyynnn."""
    return _CHECKS[int(digits) % 31]


def is_identity_code(text: str) -> bool:
    """Whether ``text``, in any way of writing, is a code with a likely date and a right check."""
    found = _WITH_MARK.fullmatch(text.strip())
    return found is not None and _is_right(found)


def identity_codes(text: str) -> Iterator[Finding]:
    """Codes, and what looks like one but for its check: people mistype their codes too."""
    taken = -1
    for pattern, needs_check in ((_WITH_MARK, False), (_BARE, True)):
        at = 0
        while found := pattern.search(text, at):
            at = found.start() + 1
            right = _is_right(found)
            if not _is_date(found) or (not right and (needs_check or _runs_on(text, found))):
                continue
            if needs_check and found.start() < taken:
                continue
            taken = max(taken, found.end()) if not needs_check else taken
            at = found.end()
            yield Finding(found.start(), found.end(), Kind.IDENTITY, right)


def _runs_on(text: str, found: re.Match[str]) -> bool:
    """A letter follows at once: the last sign is the beginning of a word, not a check."""
    return _LETTER_AFTER.match(text, found.end()) is not None


def _digits(found: re.Match[str]) -> tuple[str, str]:
    signs = [sign for sign in found[1] + found[2] if sign.isalnum()]
    return "".join(signs[:-1]), signs[-1].upper()


def _is_date(found: re.Match[str]) -> bool:
    digits, _check = _digits(found)
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def _is_right(found: re.Match[str]) -> bool:
    digits, check = _digits(found)
    return _is_date(found) and check == check_character(digits)
