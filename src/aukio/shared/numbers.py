"""Numbers as browsers send them: anybody may send anything."""

from __future__ import annotations

from typing import Final

_MOST_DIGITS: Final = 18  # a database's whole number holds them, and so does every row's id


def whole(text: str) -> int | None:
    """The whole number, such as a row's id; ``None`` for anything else, or a longer one.

    >>> whole("12"), whole("-1"), whole("²"), whole("9" * 5000)
    (12, None, None, None)
    """
    is_one = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if is_one else None
