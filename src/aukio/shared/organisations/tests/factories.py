"""Organisations and members to test with."""

from __future__ import annotations

from itertools import count
from typing import Any

from aukio.shared.accounts.models import Person
from aukio.shared.accounts.tests.factories import person
from aukio.shared.organisations.models import Kind, Membership, Organisation

__all__ = ["admin", "keeper", "member", "organisation", "person"]
_numbers = count(1)


def organisation(**fields: Any) -> Organisation:
    number = next(_numbers)
    given = {"name_fi": f"Virasto {number}", "kind": Kind.STATE_AGENCY, **fields}
    return Organisation.objects.create(**given)


def member(of: Organisation, room: str, role: str, **fields: Any) -> Person:
    """Somebody new with one role."""
    somebody = person(**fields)
    Membership.objects.create(person=somebody, organisation=of, room=room, role=role)
    return somebody


def admin(of: Organisation, **fields: Any) -> Person:
    return member(of, "organisations", "admin", **fields)


def keeper(of: Organisation | None = None) -> Person:
    return member(of or organisation(), "house", "keeper")
