"""Who may do what with organisations and their members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import rules

from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import ADMIN, KEEPER, Reach, Role


@dataclass(frozen=True)
class Giving:
    """A role about to be given on behalf of an organisation."""

    organisation: Organisation
    role: Role


def is_keeper(person: Any) -> bool:
    """Keeps the whole service."""
    return has_role(person, KEEPER.room, KEEPER.code)


def is_admin_of(person: Any, organisation: Organisation | None) -> bool:
    """Administers this organisation."""
    if organisation is None:
        return False
    return has_role(person, ADMIN.room, ADMIN.code, organisation)


def may_give(person: Any, giving: Giving | None) -> bool:
    """An administrator gives roles that stay in the organisation; a keeper gives any.

    Otherwise an administrator could make themself a keeper of the whole service.
    """
    if giving is None:
        return False
    stays = giving.role.reach is Reach.ORGANISATION
    return is_keeper(person) or (stays and is_admin_of(person, giving.organisation))


rules.add_rule("organisations.register_organisation", rules.predicate(is_keeper))
rules.add_rule(
    "organisations.manage_members", rules.predicate(is_keeper) | rules.predicate(is_admin_of)
)
rules.add_rule("organisations.give_role", rules.predicate(may_give))
