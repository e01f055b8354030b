"""What a site lets be read, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aukio.engines.clarity._site._fetch import Fetcher, FetchError, Reason

LARGEST = 512_000  # RFC 9309 asks for at least 500 KiB
LONGEST_DELAY = 60.0


@dataclass(frozen=True)
class Robots:
    """The rules of one host; without rules everything may be read, unless `shut`.

    `reason`: why nothing may be read: what befell the asking, such as no answer.
    """

    rules: Any | None
    agent: str
    shut: str = ""
    reason: Reason = Reason.ROBOTS

    def may_read(self, address: str) -> bool:
        if self.shut:
            return False
        return self.rules is None or bool(self.rules.can_fetch(address, self.agent))

    @property
    def delay(self) -> float:
        """Seconds the site wants between pages, at most a minute."""
        wanted = self.rules.crawl_delay(self.agent) if self.rules is not None else None
        return min(float(wanted or 0.0), LONGEST_DELAY)

    @property
    def sitemaps(self) -> list[str]:
        return list(self.rules.sitemaps) if self.rules is not None else []


def robots_of(root: str, fetcher: Fetcher) -> Robots:
    """Read the robots.txt of `root`, an address without a path.

    As the standard says: none there (4xx) means all may be read; a server that fails or cannot
    be reached means nothing may.
    """
    agent = fetcher.agent.split("/")[0]
    try:
        found = fetcher.get(f"{root}/robots.txt")
    except FetchError as error:
        gone = error.reason is Reason.STATUS and "answered 4" in str(error)
        too_many = "answered 429" in str(error)
        shut = "" if gone and not too_many else f"robots.txt: {error}"
        return Robots(None, agent, shut, error.reason)
    from protego import Protego

    return Robots(Protego.parse(found.content[:LARGEST].decode("utf-8", "replace")), agent)
