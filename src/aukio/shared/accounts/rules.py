"""Who may do what with a person's own page."""

from __future__ import annotations

from typing import Any

import rules


def is_self(person: Any, target: Any) -> bool:
    """The person themself."""
    return bool(person.is_authenticated and target is not None and person.pk == target.pk)


rules.add_rule("accounts.edit_profile", rules.predicate(is_self))
rules.add_rule("accounts.erase_person", rules.predicate(is_self))
