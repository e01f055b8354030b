"""Addresses of pages: one form for each, and which of them belong to the site."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}
LONGEST = 500
DEEPEST = 12
SAFE = "/%:=&?~+!$,;'@()*[]"
# What is no text to read: told by the ending, so that it is not even asked for.
NOT_TEXT = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|webm|ogg|wav|css|js|mjs"
    r"|json|xml|rss|atom|ics|zip|gz|tar|7z|exe|dmg|woff2?|ttf|eot|xlsx?|csv|ods|pptx?|odp)$",
    re.IGNORECASE,
)


class AddressError(ValueError):
    """An address that cannot be a page's."""


def normal(address: str, base: str = "") -> str:
    """One form of an address: absolute, without fragment, default port and odd spelling.

    Raises AddressError for what is not http or https, has a name and password in it, or no host.
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()))
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise AddressError(f"{address!r} is not an address.") from error
    if parts.scheme not in PORTS or not host:
        raise AddressError(f"{address!r} does not begin with http:// or https:// and a host.")
    if parts.username or parts.password:
        raise AddressError("An address with a name or password in it is not opened.")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, PORTS[parts.scheme]) else f"{shown}:{port}"
    path = quote(parts.path or "/", safe=SAFE)
    return urlunsplit(SplitResult(parts.scheme, place, path, quote(parts.query, safe=SAFE), ""))


def host_of(address: str) -> str:
    """The host with its port, without a leading `www.`: what makes a site one."""
    return urlsplit(address).netloc.removeprefix("www.")


def path_of(address: str) -> str:
    return urlsplit(address).path


def may_hold_text(address: str) -> bool:
    """Whether the address may lead to a text, judged by its ending alone."""
    return not NOT_TEXT.search(path_of(address))


def is_trap(address: str) -> bool:
    """An address that looks like one of endlessly many: very long, deep, or going in circles."""
    pieces = [piece for piece in path_of(address).split("/") if piece]
    if len(address) > LONGEST or len(pieces) > DEEPEST:
        return True
    return any(count > 2 for count in Counter(pieces).values())
