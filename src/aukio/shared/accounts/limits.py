"""How often something may be tried. Counted in the cache, for each process on its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True)
class Limit:
    """At most ``times`` in ``seconds``, counted from the first."""

    name: str
    times: int
    seconds: int

    def _place(self, who: str) -> str:
        return f"limit:{self.name}:{hashlib.sha256(who.encode()).hexdigest()}"

    def is_reached(self, who: str) -> bool:
        """Whether ``who`` has used up the tries. Does not count as one."""
        return int(cache.get(self._place(who), 0)) >= self.times

    def count(self, who: str) -> None:
        """Count one try."""
        place = self._place(who)
        if cache.add(place, 1, self.seconds):
            return
        try:
            cache.incr(place)
        except ValueError:  # It ran out between the two.
            cache.set(place, 1, self.seconds)

    def take(self, who: str) -> bool:
        """Count one try if there is one left; False when there is not."""
        if self.is_reached(who):
            return False
        self.count(who)
        return True


LINKS_FROM_PLACE = Limit("links-from-place", times=20, seconds=3600)
LINKS_TO_ADDRESS = Limit("links-to-address", times=3, seconds=15 * 60)
CODES_GUESSED = Limit("codes-guessed", times=20, seconds=10 * 60)


def place_of(request: HttpRequest) -> str:
    """The network address the request came from, behind the proxies we trust."""
    from allauth.account.adapter import get_adapter  # Needs the models: not while they load.

    return str(get_adapter().get_client_ip(request) or "unknown")
