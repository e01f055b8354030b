"""What the members' pages read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from aukio.shared.organisations.models import Membership, Organisation
from aukio.shared.organisations.public_rules import organisations_where
from aukio.shared.organisations.roles import ADMIN, Role, all_roles, find_role
from aukio.shared.organisations.rules import Giving, is_keeper, may_give


@dataclass(frozen=True)
class HeldRole:
    membership: int
    label: str | Promise


@dataclass(frozen=True)
class Member:
    """A person and the roles they hold in one organisation."""

    person: int
    name: str
    email: str
    roles: list[HeldRole] = field(default_factory=list)


def looked_after_by(person: Any) -> QuerySet[Organisation]:
    """The organisations whose members ``person`` may manage."""
    if is_keeper(person):
        return Organisation.objects.all()
    own = organisations_where(person, ADMIN.room, ADMIN.code)
    return Organisation.objects.filter(pk__in=own)


def members(organisation: Organisation) -> list[Member]:
    """Members by name, each once with every role; one query."""
    rows = Membership.objects.filter(organisation=organisation).select_related("person")
    found: dict[int, Member] = {}
    for row in rows.order_by("person__name", "person__email", "room", "role"):
        person = row.person
        member = found.setdefault(person.pk, Member(person.pk, person.name, person.email))
        member.roles.append(HeldRole(row.pk, label_of(row)))
    return list(found.values())


def label_of(membership: Membership) -> str | Promise:
    """The role in words; its codes when the room that knew it has gone."""
    role = find_role(membership.room, membership.role)
    return role.label if role else f"{membership.room}.{membership.role}"


def roles_to_give(person: Any, organisation: Organisation) -> list[Role]:
    """The roles ``person`` may give in ``organisation``."""
    return [role for role in all_roles() if may_give(person, Giving(organisation, role))]


def find_organisation(text: str) -> Organisation | None:
    """By business id, or by name in any language, as typed at the command line."""
    wanted = text.strip()
    by_id = Organisation.objects.filter(business_id=wanted).exclude(business_id="").first()
    if by_id:
        return by_id
    for column in ("name_fi", "name_sv", "name_en"):
        found = Organisation.objects.filter(**{f"{column}__iexact": wanted}).first()
        if found:
            return found
    return None
