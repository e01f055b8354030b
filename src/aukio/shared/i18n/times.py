"""Dates and times in the reader's language, kept on one line by no-break spaces."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format

Moment = datetime.date | datetime.datetime


def _here(value: Moment) -> Moment:
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def long_date(value: Moment) -> str:
    """ "23. marraskuuta 2026", "23 november 2026", "23 November 2026"."""
    return date_format(_here(value), "DATE_FORMAT")


def short_date(value: Moment) -> str:
    """ "23.11.2026"; in English "23 Nov 2026"."""
    return date_format(_here(value), "SHORT_DATE_FORMAT")


def date_and_time(value: datetime.datetime) -> str:
    """ "23.11.2026 klo 14.30"."""
    return date_format(_here(value), "SHORT_DATETIME_FORMAT")


def span(first: datetime.date, last: datetime.date | None) -> str:
    """One day or a span of days: "23.11.2026–5.12.2026"."""
    if last is None or last == first:
        return short_date(first)
    return f"{short_date(first)}–{short_date(last)}"
