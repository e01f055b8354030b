"""What a crawl knows: a small SQLite file, or memory; whatever was read stays read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from aukio.engines.clarity._site._fetch import Reason

SCHEMA = """
create table if not exists crawl (start text not null, form integer not null);
create table if not exists page (
    id integer primary key, address text not null unique, depth integer not null,
    state text not null default 'waiting', found text not null default '',
    kind text not null default '', content text, reason text not null default '',
    says text not null default ''
);
create index if not exists page_state on page (state, id);
"""
FORM = 1


class CrawlStateError(ValueError):
    """A state file that is not of this crawl."""


@dataclass(frozen=True, slots=True)
class Waiting:
    address: str
    depth: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A page that was not checked, and why."""

    address: str
    reason: Reason
    says: str


class State:
    """Pages by the order in which they were found; every change is kept at once."""

    def __init__(self, start: str, path: Path | None = None) -> None:
        """Open the state of a crawl that began at `start`.

        Raises CrawlStateError when the file is another crawl's or no state file at all.
        """
        try:
            self._rows = sqlite3.connect(str(path or ":memory:"), isolation_level=None)
            self._rows.executescript(SCHEMA)
            kept = self._rows.execute("select start, form from crawl").fetchone()
        except sqlite3.DatabaseError as error:
            raise CrawlStateError(f"{path} is not a state file of a crawl.") from error
        if kept is None:
            self._rows.execute("insert into crawl values (?, ?)", (start, FORM))
        elif kept != (start, FORM):
            self.close()
            raise CrawlStateError(f"{path} holds the crawl of {kept[0]}, not of {start}.")

    def close(self) -> None:
        self._rows.close()

    def add(self, address: str, depth: int) -> None:
        """Put an address in the row unless it is there already."""
        self._rows.execute(
            "insert or ignore into page (address, depth) values (?, ?)", (address, depth)
        )

    def next(self) -> Waiting | None:
        """The waiting address that lies shallowest, the first found of these."""
        query = "select address, depth from page where state = 'waiting' order by depth, id limit 1"
        row = self._rows.execute(query).fetchone()
        return Waiting(*row) if row else None

    def keep(self, address: str, found: str, kind: str, content: bytes | str) -> bool:
        """Keep what an address answered; false when its final address was kept before."""
        query = "select 1 from page where found = ? and state = 'read'"
        if self._rows.execute(query, (found,)).fetchone():
            self.skip(address, Reason.DUPLICATE, f"Leads to {found}.")
            return False
        self._rows.execute(
            "update page set state = 'read', found = ?, kind = ?, content = ? where address = ?",
            (found, kind, content, address),
        )
        return True

    def skip(self, address: str, reason: Reason, says: str) -> None:
        self._rows.execute(
            "update page set state = 'skipped', content = null, reason = ?, says = ?"
            " where address = ?",
            (reason, says, address),
        )

    def count(self, state: str) -> int:
        query = "select count(*) from page where state = ?"
        return int(self._rows.execute(query, (state,)).fetchone()[0])

    def read(self) -> Iterator[tuple[str, str, bytes | str]]:
        """Final address, kind and content of every page read, in order."""
        query = "select found, kind, content from page where state = 'read' order by id"
        with closing(self._rows.execute(query)) as rows:
            yield from rows

    def skipped(self) -> list[Skipped]:
        query = "select address, reason, says from page where state = 'skipped' order by id"
        rows = self._rows.execute(query)
        return [Skipped(address, Reason(reason), says) for address, reason, says in rows]
