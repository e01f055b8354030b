"""The main navigation. Rooms add their own entry from ``apps.py`` ``ready()``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.translation import get_language

from aukio.ui.markup import Text


@dataclass(frozen=True, order=True)
class Entry:
    order: int
    route: str
    label: Text


@dataclass(frozen=True)
class NavigationLink:
    label: Text
    href: str
    is_current: bool


_entries: dict[str, Entry] = {}


def register(order: int, label: Text, route: str) -> None:
    """Put a room in the navigation; ``label`` is a lazy translation, low ``order`` first."""
    _entries[route] = Entry(order, route, label)


def links(request: HttpRequest | None) -> list[NavigationLink]:
    """The entries whose address exists, with the reader's own place marked.

    A room's wings lie under its address.
    """
    match = getattr(request, "resolver_match", None)
    here = {getattr(match, "app_name", None), getattr(match, "view_name", None)} - {None, ""}
    path = getattr(request, "path", "")
    found = []
    for entry in sorted(_entries.values(), key=lambda entry: (entry.order, entry.route)):
        href = address(entry.route)
        if href:
            room = entry.route.split(":")[0]
            is_current = room in here or entry.route in here or path.startswith(href)
            found.append(NavigationLink(entry.label, href, is_current))
    return found


def address(*routes: str) -> str:
    """The address of the first of these routes that is in the house, else nothing.

    Every page asks for the same ten, so they are remembered for each language and address map.
    """
    return _address(routes, get_language(), get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=256)
def _address(routes: tuple[str, ...], _language: str | None, _address_map: str) -> str:
    for route in routes:
        try:
            return reverse(route)
        except NoReverseMatch:
            continue
    return ""
