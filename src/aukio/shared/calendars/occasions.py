"""iCalendar: what happens, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event

from aukio.shared.documents import clean

ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class Occasion:
    """``uid`` never changes while the occasion is the same; without ``begins`` it lasts the day.

    ``ends`` before ``begins`` means the day after.
    """

    uid: str
    title: str
    day: date
    changed: datetime
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    text: str = ""
    address: str = ""
    is_called_off: bool = False


def icalendar(name: str, occasions: Iterable[Occasion], *, language: str) -> bytes:
    """A calendar to subscribe to or to open once, with the time zones it speaks of."""
    calendar = Calendar()
    calendar.add("prodid", "-//Aukio//Aukio//" + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", clean(name))
    calendar.add("x-wr-calname", clean(name))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for one in occasions:
        calendar.add_component(_event(one))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(one: Occasion) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.changed)
    event.add("last-modified", one.changed)
    event.add("summary", clean(one.title))
    _when(event, one)
    for name, value in (("location", one.place), ("description", one.text)):
        if value:
            event.add(name, clean(value))
    if one.address:
        event.add("url", one.address)
    event.add("status", "CANCELLED" if one.is_called_off else "CONFIRMED")
    return event


def _when(event: Event, one: Occasion) -> None:
    if one.begins is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))  # RFC 5545 3.6.1: the end is not included
        event.add("transp", "TRANSPARENT")
        return
    zone = ZoneInfo(settings.TIME_ZONE)
    event.add("dtstart", datetime.combine(one.day, one.begins, zone))
    if one.ends is not None:
        last = one.day + timedelta(days=1) if one.ends <= one.begins else one.day
        event.add("dtend", datetime.combine(last, one.ends, zone))
