"""Numbers with no-break spaces, so that none is ever cut at the end of a line."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language

NBSP = "\xa0"
MINUS = "\N{MINUS SIGN}"
Number = int | float | Decimal


def number(value: Number, decimals: int | None = None) -> str:
    """``12345.6`` → "12 345,6" in Finnish and Swedish, "12,345.6" in English.

    Without ``decimals`` a number keeps those it has, at most two. Four digits stand together
    ("1130"), as both language boards advise, except beside longer numbers in English.
    """
    exact = Decimal(str(value))
    places = _places(exact) if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    is_long = abs(rounded) >= 10_000 or get_language() == "en"
    text = number_format(abs(rounded), decimal_pos=places, use_l10n=True, force_grouping=is_long)
    return f"{MINUS}{text}" if rounded < 0 else text


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(2, max(0, -exponent)) if isinstance(exponent, int) else 0


def percent(share: Number, decimals: int = 0) -> str:
    """``0.125`` → "13 %" in Finnish and Swedish, "13%" in English."""
    space = "" if get_language() == "en" else NBSP
    return f"{number(Decimal(str(share)) * 100, decimals)}{space}%"


def euros(amount: Number, decimals: int = 0) -> str:
    """``1234.5`` → "1235 €" in Finnish and Swedish, "€1,235" in English."""
    text = number(amount, decimals)
    if get_language() == "en":
        return f"{MINUS}€{text[1:]}" if text.startswith(MINUS) else f"€{text}"
    return f"{text}{NBSP}€"
