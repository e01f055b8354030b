"""Every public page, taken from the address map, with examples for those with parameters."""

from __future__ import annotations

import importlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter
from django.urls.resolvers import RegexPattern

from aukio.shared.accounts.access import THIRD_PARTY

SOURCE = Path(__file__).parents[2] / "src"
# Answers for machines have their own tests; the page that documents them is taken.
MACHINES = "api:"
MACHINES_PAGE = "api:docs"
# Pages of libraries whose address holds a key: any key leads to the page about a bad one.
LIBRARIES = {
    "account_confirm_email": {"key": "not-a-key"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "not-a-key"},
}
# Only there where an organisation's own sign-in has been set up.
SET_UP_ELSEWHERE = {"openid_connect_login", "openid_connect_callback"}
STAND_INS = {IntConverter: 1, UUIDConverter: uuid.UUID(int=1)}


class NoExample(Exception):
    """A public route has parameters and no room has given an example of it."""


@dataclass(frozen=True)
class Route:
    """``stand_ins``: a value that fits each variable part of the address."""

    name: str
    stand_ins: tuple[tuple[str, Any], ...] = ()

    def path(self, examples: dict[str, dict[str, Any]]) -> str:
        if not self.stand_ins:
            return reverse(self.name)
        if self.name not in examples:
            room = self.name.split(":")[0]
            raise NoExample(
                f"{self.name} has parameters: add it to examples() in "
                f"the tests/examples.py of {room}."
            )
        return reverse(self.name, kwargs=examples[self.name])

    def only_takes(self, client: Client) -> bool:
        """Whether the route only takes what is sent to it: asking it for a page is refused."""
        try:
            path = reverse(self.name, kwargs=dict(self.stand_ins))
        except NoReverseMatch:
            return False
        return client.get(path).status_code == 405


def public_routes() -> list[Route]:
    """Named routes that anyone may open, machines' own left out."""
    return sorted(set(_walk(get_resolver().url_patterns, "", ())), key=lambda one: one.name)


def _walk(
    patterns: list[URLPattern | URLResolver], space: str, above: tuple[tuple[str, Any], ...]
) -> Iterator[Route]:
    for pattern in patterns:
        values = (*above, *_stand_ins(pattern.pattern))
        if isinstance(pattern, URLResolver):
            deeper = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, deeper, values)
        elif pattern.name and _is_public(f"{space}{pattern.name}", pattern.callback):
            yield Route(f"{space}{pattern.name}", values)


def _stand_ins(pattern: Any) -> list[tuple[str, Any]]:
    if isinstance(pattern, RegexPattern):
        return [(key, "a") for key in pattern.regex.groupindex]
    return [(key, STAND_INS.get(type(kind), "a")) for key, kind in pattern.converters.items()]


def _is_public(name: str, view: Any) -> bool:
    if name in SET_UP_ELSEWHERE or (name.startswith(MACHINES) and name != MACHINES_PAGE):
        return False
    return "public" in (getattr(view, "access_rule", None), THIRD_PARTY.get(name))


def examples() -> dict[str, dict[str, Any]]:
    """What rooms give as parameters, after they have made data for it."""
    found: dict[str, dict[str, Any]] = dict(LIBRARIES)
    for file in sorted(SOURCE.glob("aukio/**/tests/examples.py")):
        module = ".".join(file.relative_to(SOURCE).with_suffix("").parts)
        found.update(importlib.import_module(module).examples())
    return found
