"""The roles there are, room by room. A room adds its own in its ``AppConfig.ready``."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Role:
    """What a member may be in one room, with a name people read."""

    room: str
    code: str
    label: str | Promise


_roles: dict[tuple[str, str], Role] = {}


def add_role(room: str, code: str, label: str | Promise) -> Role:
    """Make a role known. Adding the same one again changes only its label."""
    role = Role(room, code, label)
    _roles[(room, code)] = role
    return role


def find_role(room: str, code: str) -> Role | None:
    return _roles.get((room, code))


def all_roles() -> list[Role]:
    """Every role, in the order the rooms added them."""
    return list(_roles.values())


KEEPER = add_role("house", "keeper", pgettext_lazy("role", "Keeper of the service"))
ADMIN = add_role("organisations", "admin", pgettext_lazy("role", "Organisation's administrator"))
