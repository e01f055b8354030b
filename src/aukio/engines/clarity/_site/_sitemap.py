"""The addresses a site lists of itself, in sitemaps (sitemaps.org) and indexes of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from aukio.engines.clarity._site._fetch import Fetcher, FetchError

MOST_MAPS = 20
MOST_ADDRESSES = 50_000
LARGEST = 20_000_000
GZIP = b"\x1f\x8b"


def listed_pages(maps: list[str], fetcher: Fetcher) -> Iterator[str]:
    """Page addresses of the sitemaps, in order; maps that cannot be read are passed over."""
    waiting, seen = list(maps), set[str]()
    while waiting and len(seen) < MOST_MAPS:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        for is_map, place in _entries(address, fetcher):
            if is_map:
                waiting.append(place)
            else:
                yield place


def _entries(address: str, fetcher: Fetcher) -> Iterator[tuple[bool, str]]:
    """Each `loc` with whether it is of a further map."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        content = replace(fetcher, largest=LARGEST).get(address).content
        if content.startswith(GZIP):
            content = zlib.decompressobj(wbits=31).decompress(content, LARGEST)
        root = etree.fromstring(content, parser)
    except (FetchError, etree.XMLSyntaxError, zlib.error, ValueError):
        return
    is_map = etree.QName(root).localname == "sitemapindex"
    places = (node.text for node in root.iter("{*}loc", "loc"))
    yield from islice(((is_map, place.strip()) for place in places if place), MOST_ADDRESSES)
