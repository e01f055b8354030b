"""Days on calendars and news in feeds: iCalendar (RFC 5545) and Atom (RFC 4287).

A room tells its ``Occasion``s and ``Entry``s; what is written knows no room. ``answer`` serves
the bytes so that a reader sees a change within a minute.
"""

from aukio.shared.calendars.answers import FRESH_SECONDS, answer
from aukio.shared.calendars.feed import Entry, Feed, atom
from aukio.shared.calendars.occasions import Occasion, icalendar

__all__ = ["FRESH_SECONDS", "Entry", "Feed", "Occasion", "answer", "atom", "icalendar"]
