"""Atom: what is new, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed

from aukio.shared.documents import clean

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Feed:
    """What the feed is: its title, the page it follows and its own address, both whole."""

    title: str
    page: str
    own: str
    language: str
    text: str = ""


@dataclass(frozen=True)
class Entry:
    """One piece of news. ``key`` stays the same when the entry is changed."""

    key: str
    title: str
    address: str
    changed: datetime
    text: str = ""


class _Atom(Atom1Feed):
    """Says when it last changed, not when somebody asked: the same news, the same bytes."""

    changed = NEVER

    def latest_post_date(self) -> datetime:
        return self.changed


def atom(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The feed as XML."""
    written = _Atom(
        title=clean(feed.title),
        link=feed.page,
        description=clean(feed.text),
        subtitle=clean(feed.text) or None,
        language=feed.language,
        feed_url=feed.own,
    )
    written.changed = max((one.changed for one in entries), default=NEVER)
    for one in sorted(entries, key=lambda entry: (entry.changed, entry.key), reverse=True):
        written.add_item(
            title=clean(one.title),
            link=one.address,
            description=clean(one.text),
            unique_id=one.key,
            updateddate=one.changed,
        )
    text: str = written.writeString("utf-8")
    return text.encode()
