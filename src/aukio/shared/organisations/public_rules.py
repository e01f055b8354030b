"""The question every room asks: does this person have that role here?"""

from __future__ import annotations

from typing import Any

from aukio.shared.organisations.models import Membership, Organisation

_KEPT_AS = "_aukio_memberships"


def has_role(
    person: Any, room: str, role: str, organisation: Organisation | int | None = None
) -> bool:
    """Whether ``person`` has ``role`` in ``room``; in ``organisation``, or in any when None.

    One query for each person object, so for each request, however often it is asked.
    """
    if person is None or not person.is_authenticated or not person.is_active:
        return False
    if organisation is None:
        return any((r, c) == (room, role) for r, c, _ in memberships(person))
    wanted = organisation if isinstance(organisation, int) else organisation.pk
    return (room, role, wanted) in memberships(person)


def organisations_where(person: Any, room: str, role: str) -> frozenset[int]:
    """Ids of the organisations in which ``person`` has ``role`` in ``room``."""
    if person is None or not person.is_authenticated or not person.is_active:
        return frozenset()
    return frozenset(o for r, c, o in memberships(person) if (r, c) == (room, role))


def memberships(person: Any) -> frozenset[tuple[str, str, int]]:
    """(room, role, organisation id) of each membership, read once for this object."""
    # getattr, not __dict__: ``request.user`` is a lazy wrapper around the person.
    kept: frozenset[tuple[str, str, int]] | None = getattr(person, _KEPT_AS, None)
    if kept is None:
        rows = Membership.objects.filter(person_id=person.pk)
        kept = frozenset(rows.values_list("room", "role", "organisation_id"))
        setattr(person, _KEPT_AS, kept)
    return kept


def forget(person: Any) -> None:
    """Read the memberships again next time: called when they have changed."""
    setattr(person, _KEPT_AS, None)
