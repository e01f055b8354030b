"""Who may do what in the wing: what is published anyone reads; the core group links themes."""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.rules import ORGANISER, is_core_group
from aukio.shared.accounts.models import Code
from aukio.shared.organisations.public_rules import has_role


def leads(person: Any) -> bool:
    """Of the core group; a code is never that."""
    return not isinstance(person, Code) and is_core_group(person)


def organises(person: Any) -> bool:
    """Organises dialogues for some organisation: the slice shows that organisation's only."""
    return not isinstance(person, Code) and has_role(person, ORGANISER.room, ORGANISER.code)


def register() -> None:
    """Make the wing's rules known. Called once, when the house starts."""
    book = cast(Any, rules)  # the library has no types
    named = {
        "foresight.link_themes": book.predicate(leads),
        "foresight.see_own": book.predicate(organises),
    }
    for name, predicate in named.items():
        if not book.rule_exists(name):
            book.add_rule(name, predicate)
