"""Dates as people write them. A day is read only from what names one; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
YEAR = re.compile(r"(19|20)\d{2}")
MONTH = re.compile(r"(19|20)\d{2}-(0[1-9]|1[0-2])")


def day_in(text: str) -> date | None:
    """The day when the text is one (``2026-11-23``, ``23.11.2026``), else none."""
    text = text.strip()
    if found := ISO.fullmatch(text):
        return _day(*found.groups())
    if found := FINNISH.fullmatch(text):
        return _day(*reversed(found.groups()))
    return None


def is_known(text: str) -> bool:
    """Whether the text is a day, a month or a year that a calendar has."""
    text = text.strip()
    if found := MONTH_FIRST.fullmatch(text):  # as the Partnership's table writes days
        month, day, year = found.groups()
        return _day(year, month, day) is not None
    return bool(day_in(text) or YEAR.fullmatch(text) or MONTH.fullmatch(text))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
