"""Sites: reading one page or many over the network, politely, and checking them.

The only part of the engine, beside `propose`, that uses the network, and only when called.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from aukio.engines.clarity._checking import Profile, Request
from aukio.engines.clarity._documents import Document
from aukio.engines.clarity._site._addresses import AddressError, normal
from aukio.engines.clarity._site._addresses import normal as normal_address
from aukio.engines.clarity._site._crawl import Bounds, Crawler, Progress, quiet
from aukio.engines.clarity._site._fetch import AGENT, Fetched, Fetcher, FetchError, Reason
from aukio.engines.clarity._site._formats import (
    site_as_csv,
    site_as_html,
    site_as_json,
    site_as_text,
)
from aukio.engines.clarity._site._kinds import document_of, is_html, is_other_text, words_of
from aukio.engines.clarity._site._page import Page, read_page
from aukio.engines.clarity._site._report import (
    MOST_PAGE_WORDS,
    CheckedPage,
    SiteReport,
    prose,
    site_report,
)
from aukio.engines.clarity._site._state import CrawlStateError, Skipped, State

__all__ = [
    "AGENT",
    "MOST_PAGE_WORDS",
    "AddressError",
    "Bounds",
    "CheckedPage",
    "CrawlStateError",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Page",
    "Progress",
    "Reason",
    "SiteReport",
    "Skipped",
    "check_site",
    "fetch_document",
    "normal_address",
    "prose",
    "read_page",
    "site_as_csv",
    "site_as_html",
    "site_as_json",
    "site_as_text",
]

WEB = Request(profile=Profile.WEB)


def fetch_document(address: str, fetcher: Fetcher | None = None) -> tuple[Document, str]:
    """One page or file from the web, with the language it says it is in (may be empty).

    Asked for by a person by its address, so robots.txt, which is for crawlers, is not consulted.
    Raises FetchError, or UnusableDocumentError when what came cannot be read.
    """
    found = (fetcher or Fetcher()).get(address)
    if is_html(found.kind):
        page = read_page(words_of(found))
        return page.document, page.language
    if is_other_text(found.kind):
        return document_of(found.kind, found.content), ""
    raise FetchError(Reason.KIND, f"Texts of the kind {found.kind} are not read.")


def check_site(
    start: str,
    *,
    fetcher: Fetcher | None = None,
    bounds: Bounds | None = None,
    request: Request = WEB,
    kept_in: Path | None = None,
    progress: Progress = quiet,
    stop: Callable[[], str] = str,
) -> SiteReport:
    """Read a site from `start` and check its pages.

    With `kept_in`, a state file, an interrupted crawl goes on where it was, and a whole one is
    only checked again. `stop` is asked between pages and says why to end, or nothing.
    Raises AddressError, CrawlStateError, and FetchError when not even the first page was read.
    """
    start = normal(start)
    with closing(State(start, kept_in)) as state:
        crawler = Crawler(start, fetcher or Fetcher(), bounds or Bounds(), state, progress, stop)
        stopped = crawler.run()
        if not state.count("read") and (skipped := state.skipped()):
            raise FetchError(skipped[0].reason, skipped[0].says)
        return site_report(state, start, request, stopped)
