"""``{% load words %}``: dates, numbers and languages in the reader's own way."""

from __future__ import annotations

import datetime
from typing import Any

from django import template

from aukio.shared.i18n import figures, languages, times

register = template.Library()


@register.filter
def number(value: Any, decimals: int | None = None) -> str:
    """``{{ 12345|number }}`` → "12 345". Nothing stays nothing."""
    return "" if value in (None, "") else figures.number(value, decimals)


@register.filter
def percent(value: Any, decimals: int = 0) -> str:
    """``{{ 0.25|percent }}`` → "25 %"."""
    return "" if value in (None, "") else figures.percent(value, decimals)


@register.filter
def euros(value: Any, decimals: int = 0) -> str:
    """``{{ 1234|euros }}`` → "1234 €"."""
    return "" if value in (None, "") else figures.euros(value, decimals)


@register.filter
def long_date(value: datetime.date | None) -> str:
    return times.long_date(value) if value else ""


@register.filter
def short_date(value: datetime.date | None) -> str:
    return times.short_date(value) if value else ""


@register.filter
def date_and_time(value: datetime.datetime | None) -> str:
    return times.date_and_time(value) if value else ""


@register.simple_tag
def date_span(first: datetime.date, last: datetime.date | None = None) -> str:
    return times.span(first, last)


@register.filter
def language_name(code: str) -> str:
    """``{{ "smn"|language_name }}`` → "inarinsaame"."""
    return languages.language_name(code)
