"""Who may do what with organisations and their members."""

from __future__ import annotations

from typing import Any

import rules

from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import ADMIN, KEEPER


def is_keeper(person: Any) -> bool:
    """Keeps the whole service."""
    return has_role(person, KEEPER.room, KEEPER.code)


def is_admin_of(person: Any, organisation: Organisation | None) -> bool:
    """Administers this organisation."""
    if organisation is None:
        return False
    return has_role(person, ADMIN.room, ADMIN.code, organisation)


rules.add_rule("organisations.register_organisation", rules.predicate(is_keeper))
rules.add_rule(
    "organisations.manage_members", rules.predicate(is_keeper) | rules.predicate(is_admin_of)
)
