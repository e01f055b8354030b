"""Calendars other programs can read, and feeds that tell a change within a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from aukio.shared.calendars import FRESH_SECONDS, Entry, Feed, Occasion, answer, atom, icalendar

CHANGED = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
EVENING = Occasion(
    uid="dialogue-1@aukio.example",
    title="Kirjaston ilta; puhetta, kahvia",
    day=date(2026, 10, 6),
    changed=CHANGED,
    begins=time(17, 30),
    ends=time(19, 30),
    place="Kirjasto, Kuopio",
    address="https://aukio.example/fi/d/abc/",
)
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed("Dialogit", "https://aukio.example/fi/", "https://aukio.example/fi/a.atom", "fi")


def events(*occasions: Occasion):
    calendar = Calendar.from_ical(icalendar("Dialogit", occasions, language="fi"))
    return calendar, list(calendar.walk("VEVENT"))


def test_an_evening_keeps_its_time_place_and_words():
    calendar, (event,) = events(EVENING)

    assert str(event["summary"]) == EVENING.title
    assert event["dtstart"].dt.isoformat() == "2026-10-06T17:30:00+03:00"
    assert event["dtend"].dt.isoformat() == "2026-10-06T19:30:00+03:00"
    assert str(event["location"]) == "Kirjasto, Kuopio"
    assert str(event["uid"]) == EVENING.uid
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Helsinki"]


def test_without_a_time_the_whole_day_is_told():
    _calendar, (event,) = events(replace(EVENING, begins=None, ends=None))

    assert event["dtstart"].dt == date(2026, 10, 6)
    assert event["dtend"].dt == date(2026, 10, 7)


def test_a_night_ends_on_the_next_day():
    _calendar, (event,) = events(replace(EVENING, begins=time(22), ends=time(1)))

    assert event["dtend"].dt.date() == date(2026, 10, 7)


def test_what_is_called_off_says_so():
    _calendar, (event,) = events(replace(EVENING, is_called_off=True))

    assert event["status"] == "CANCELLED"


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_survive_the_way_there_and_back(title, place):
    _calendar, (event,) = events(replace(EVENING, title=f"x{title}", place=place))

    assert str(event["summary"]).startswith("x")
    assert event["dtstart"].dt.hour == 17


def entry(**fields):
    given = {"key": "tag:1", "title": "Ilta", "address": "https://aukio.example/1", "text": ""}
    return Entry(**{**given, "changed": CHANGED, **fields})


def test_the_newest_change_comes_first_and_dates_the_feed():
    later = CHANGED.replace(day=2)
    tree = etree.fromstring(atom(FEED, [entry(), entry(key="tag:2", changed=later)]))

    assert [one.text for one in tree.iter(f"{ATOM}id")][1:] == ["tag:2", "tag:1"]
    assert tree.find(f"{ATOM}updated").text == later.isoformat()


def test_the_same_news_is_the_same_bytes():
    assert atom(FEED, [entry()]) == atom(FEED, [entry()])


def test_an_empty_feed_is_a_feed():
    assert etree.fromstring(atom(FEED, [])).find(f"{ATOM}entry") is None


@given(st.text(max_size=100))
def test_any_words_make_sound_xml(words):
    etree.fromstring(atom(FEED, [entry(title=words, text=words)]))


def test_an_answer_may_be_kept_under_a_minute_and_is_asked_for_by_its_mark():
    first = answer(RequestFactory().get("/"), b"x", "text/calendar; charset=utf-8", name="a.ics")
    again = RequestFactory().get("/", headers={"If-None-Match": first["ETag"]})

    assert FRESH_SECONDS < 60
    assert f"max-age={FRESH_SECONDS}" in first["Cache-Control"]
    assert first["Content-Disposition"] == 'inline; filename="a.ics"'
    assert answer(again, b"x", "text/calendar").status_code == 304
    assert answer(again, b"changed", "text/calendar").status_code == 200
