"""Every route says who may open it, and libraries' routes keep the rule they are listed with."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import rules
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter
from django.urls.resolvers import RegexPattern
from django.views.generic import RedirectView
from ninja.operation import PathView

from aukio.apps.dialogues.actions.rounds import TAKEN_ADDRESSES
from aukio.shared.accounts.access import THIRD_PARTY

GENERAL = {"public", "by_code", "signed_in"}
SAMPLES = {IntConverter: 1, UUIDConverter: uuid.UUID(int=1)}


@dataclass(frozen=True)
class Route:
    name: str
    address: str
    view: Any
    values: tuple[tuple[str, Any], ...] = ()
    """A value that fits each variable part of the address."""

    def path(self) -> str:
        return reverse(self.name, kwargs=dict(self.values))

    def __str__(self) -> str:
        return self.name or self.address


def walk(
    patterns: list[URLPattern | URLResolver], above: Route = Route("", "", None)
) -> Iterator[Route]:
    """Every route in the address map, with its full name."""
    for pattern in patterns:
        address = f"{above.address}{pattern.pattern}"
        values = (*above.values, *fitting_values(pattern.pattern))
        if isinstance(pattern, URLResolver):
            space = ":".join(filter(None, [above.name, pattern.namespace]))
            yield from walk(pattern.url_patterns, Route(space, address, None, values))
        else:
            name = ":".join(filter(None, [above.name, pattern.name])) if pattern.name else ""
            yield Route(name, address, pattern.callback, values)


def fitting_values(pattern: Any) -> list[tuple[str, Any]]:
    """A value for each variable part of one pattern; a room's own converter has an ``example``."""
    if isinstance(pattern, RegexPattern):
        return [(key, "a") for key in pattern.regex.groupindex]
    return [
        (key, SAMPLES.get(type(kind), getattr(kind, "example", "a")))
        for key, kind in pattern.converters.items()
    ]


ROUTES = list(walk(get_resolver().url_patterns))


def operations(view: Any) -> list[Any]:
    """The functions behind an address of the interface for machines."""
    cells = [cell.cell_contents for cell in getattr(view, "__closure__", None) or ()]
    paths = [cell for cell in cells if isinstance(cell, PathView)]
    return [operation.view_func for path in paths for operation in path.operations]


def declared(route: Route) -> list[str | None]:
    """The rule, or the rules of every operation at this address; None where there is none."""
    own = getattr(route.view, "access_rule", None)
    if own:
        return [own]
    if route.name in THIRD_PARTY:
        return [THIRD_PARTY[route.name]]
    target = getattr(route.view, "view_initkwargs", {}).get("pattern_name")
    if getattr(route.view, "view_class", None) is RedirectView and target in THIRD_PARTY:
        return [THIRD_PARTY[target]]
    return [getattr(one, "access_rule", None) for one in operations(route.view)] or [None]


def test_the_address_map_is_walked():
    names = {route.name for route in ROUTES}

    assert {"account_login", "accounts:profile-show", "organisations:member-list"} <= names


def test_a_route_without_a_rule_is_noticed():
    assert declared(Route("tests:open", "open/", lambda request: None)) == [None]


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_route_declares_its_rule(route: Route):
    assert all(declared(route)), f"{route} ({route.address}) does not say who may open it."


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_rule_named_by_a_route_exists(route: Route):
    unknown = [
        rule
        for rule in declared(route)
        if rule and rule not in GENERAL and not rules.rule_exists(rule)
    ]

    assert not unknown, f"{route} names a rule that nobody has added."


@pytest.mark.parametrize("route", [route for route in ROUTES if route.name], ids=str)
def test_no_route_of_ours_hides_in_the_libraries_table(route: Route):
    is_ours = getattr(route.view, "__module__", "").startswith("aukio.")

    assert not (is_ours and route.name in THIRD_PARTY)


def test_the_libraries_table_lists_no_route_that_is_gone():
    assert not sorted(set(THIRD_PARTY) - {route.name for route in ROUTES})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", [route for route in ROUTES if THIRD_PARTY.get(route.name) == "signed_in"], ids=str
)
def test_a_library_s_route_listed_as_signed_in_asks_a_visitor_to_sign_in(route: Route):
    answer = Client().get(route.path())

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


OWN_CLOSED = [
    route
    for route in ROUTES
    if route.name
    and getattr(route.view, "__module__", "").startswith("aukio.")
    and not {"public", "by_code"} & set(declared(route))
    and not operations(route.view)
]


@pytest.mark.django_db
@pytest.mark.parametrize("route", OWN_CLOSED, ids=str)
def test_a_visitor_is_not_let_in_where_a_person_is_needed(route: Route):
    """Whether the thing at the address exists is not revealed."""
    answer = Client().get(route.path())

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_no_round_of_dialogues_takes_the_address_of_a_wing() -> None:
    under = re.compile(r"^(?:fi|sv|en)/dialogues/([a-z-]+)/")
    patterns = (str(route.address) for route in walk(get_resolver().url_patterns))
    fixed = {found[1] for address in patterns if (found := under.match(address))}

    assert {"open-data", "impact"} <= fixed
    assert fixed <= TAKEN_ADDRESSES
