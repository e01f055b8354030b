"""The roles there are, room by room. A room adds its own in its ``AppConfig.ready``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Reach(Enum):
    """How far a role reaches, and so who may give it."""

    ORGANISATION = "organisation"
    """Only what belongs to the organisation: its own administrator gives it."""
    SERVICE = "service"
    """Beyond the organisation: only a keeper of the service gives it."""


@dataclass(frozen=True)
class Role:
    """What a member may be in one room, with a name people read."""

    room: str
    code: str
    label: str | Promise
    reach: Reach = Reach.SERVICE


_roles: dict[tuple[str, str], Role] = {}


def add_role(room: str, code: str, label: str | Promise, *, reach: Reach = Reach.SERVICE) -> Role:
    """Make a role known. Adding the same one again replaces it."""
    role = Role(room, code, label, reach)
    _roles[(room, code)] = role
    return role


def find_role(room: str, code: str) -> Role | None:
    return _roles.get((room, code))


def all_roles() -> list[Role]:
    """Every role, in the order the rooms added them."""
    return list(_roles.values())


KEEPER = add_role("house", "keeper", pgettext_lazy("role", "Keeper of the service"))
ADMIN = add_role(
    "organisations",
    "admin",
    pgettext_lazy("role", "Administrator of the organisation"),
    reach=Reach.ORGANISATION,
)
