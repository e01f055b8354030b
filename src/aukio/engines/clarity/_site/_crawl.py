"""Reading a site page by page, politely: one request at a time, with a pause between."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from aukio.engines.clarity._site._addresses import (
    AddressError,
    host_of,
    is_trap,
    may_hold_text,
    normal,
    path_of,
)
from aukio.engines.clarity._site._fetch import Fetched, Fetcher, FetchError, Reason
from aukio.engines.clarity._site._kinds import is_html, is_other_text, words_of
from aukio.engines.clarity._site._page import read_page
from aukio.engines.clarity._site._robots import Robots, robots_of
from aukio.engines.clarity._site._sitemap import listed_pages
from aukio.engines.clarity._site._state import State

MOST_QUERIES = 20
MOST_FAULTS_IN_ROW = 8
LONGEST_WAIT = 60.0
BUSY = ("answered 429", "answered 503")
FAILED = {Reason.UNREACHABLE, Reason.SLOW}


class Progress(Protocol):
    """Told after each page; all counts are of pages."""

    def __call__(self, *, read: int, waiting: int, address: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a crawl goes: `seconds` in all, `delay` between pages, `depth` links from the start.

    `documents`: also PDF, Word and OpenDocument texts.
    """

    pages: int = 100
    seconds: float = 1800.0
    delay: float = 1.0
    depth: int = 8
    documents: bool = False


def quiet(*, read: int, waiting: int, address: str) -> None:
    """No progress told."""


@dataclass
class Crawler:
    """Fills a state with a site's pages. `stop` is asked between pages; it says why to end."""

    start: str
    fetcher: Fetcher
    bounds: Bounds
    state: State
    progress: Progress = quiet
    stop: Callable[[], str] = str
    pause: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _queries: Counter[str] = field(default_factory=Counter)
    _faults: int = 0

    def run(self) -> str:
        """Read until nothing waits; returns why it ended before that, else an empty text."""
        self.state.add(self.start, 0)
        end = time.monotonic() + self.bounds.seconds
        if not self.state.count("read"):
            self._add_listed()
        while (waiting := self.state.next()) is not None:
            if ended := self._ended(end):
                return ended
            self._take(waiting.address, waiting.depth)
            counts = self.state.count("read"), self.state.count("waiting")
            self.progress(read=counts[0], waiting=counts[1], address=waiting.address)
            if counts[1]:
                self.pause(self._delay(waiting.address))
        return ""

    def _ended(self, end: float) -> str:
        if self.state.count("read") >= self.bounds.pages:
            return f"{self.bounds.pages} pages were read, as asked."
        if time.monotonic() >= end:
            return f"{self.bounds.seconds:g} seconds went by, as asked."
        if self._faults >= MOST_FAULTS_IN_ROW:
            return f"The server failed {self._faults} times in a row."
        return self.stop()

    def _take(self, address: str, depth: int) -> None:
        try:
            found = self._fetch(address)
        except FetchError as error:
            self._faults += error.reason in FAILED or "answered 5" in str(error)
            self.state.skip(address, error.reason, str(error))
            return
        self._faults = 0
        if is_html(found.kind):
            self._keep_page(address, found, depth)
        elif is_other_text(found.kind) and self.bounds.documents:
            self.state.keep(address, found.address, found.kind, found.content)
        else:
            self.state.skip(address, Reason.KIND, f"{found.kind} is not read.")

    def _fetch(self, address: str) -> Fetched:
        """Once more after a pause when the server says that it is busy."""
        try:
            return self.fetcher.get(address, self._check)
        except FetchError as error:
            if not str(error).removeprefix("The server ").startswith(BUSY):
                raise
            self.pause(min(error.retry_after or 2 * self._delay(address) or 1.0, LONGEST_WAIT))
            return self.fetcher.get(address, self._check)

    def _check(self, address: str) -> None:
        """Refuse an address of another site or one that robots.txt closes; redirects too."""
        if host_of(address) != host_of(self.start):
            raise FetchError(Reason.OTHER_SITE, f"Leads to another site: {address}")
        robots = self._robots_of(address)
        if not robots.may_read(address):
            raise FetchError(robots.reason, robots.shut or "robots.txt asks not to read it.")

    def _robots_of(self, address: str) -> Robots:
        root = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        if root not in self._robots:
            self._robots[root] = robots_of(root, self.fetcher)
        return self._robots[root]

    def _delay(self, address: str) -> float:
        return max(self.bounds.delay, self._robots_of(address).delay)

    def _add_listed(self) -> None:
        """Pages of the sitemaps lie at depth 1: after the start, before what only links tell."""
        maps = self._robots_of(self.start).sitemaps or [urljoin(self.start, "/sitemap.xml")]
        for address in listed_pages([one for one in maps if self._is_own(one)], self.fetcher):
            self._add(address, self.start, 1)

    def _keep_page(self, address: str, found: Fetched, depth: int) -> None:
        source = words_of(found)
        page = read_page(source)
        if not self.state.keep(address, found.address, found.kind, source):
            return
        if not page.may_list:
            self.state.skip(address, Reason.ROBOTS, "The page asks not to be listed (noindex).")
        if page.may_follow and depth < self.bounds.depth:
            base = _base(page.base, found.address)
            for link in page.links:
                self._add(link, base, depth + 1)

    def _add(self, link: str, base: str, depth: int) -> None:
        """Put a link in the row if it may be a page of this site and no endless one."""
        if not self._is_own(link, base):
            return
        address = normal(link, base)
        if is_trap(address):
            return
        if not may_hold_text(address):
            return
        if "?" in address:
            self._queries[path_of(address)] += 1
            if self._queries[path_of(address)] > MOST_QUERIES:
                return
        self.state.add(address, depth)

    def _is_own(self, address: str, base: str = "") -> bool:
        try:
            return host_of(normal(address, base)) == host_of(self.start)
        except AddressError:
            return False


def _base(said: str, address: str) -> str:
    """What a page's links are relative to: what it says itself, if that can be an address."""
    try:
        return urljoin(address, said)
    except ValueError:
        return address
