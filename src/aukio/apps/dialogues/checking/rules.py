"""Who may do what: the core group asks and answers, the dialogue's organiser looks and remarks."""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.checking.models import Review
from aukio.apps.dialogues.rules import is_core_group, is_organiser
from aukio.shared.accounts.models import Code

CODE = "checking.review"


def is_asked(person: Any, target: Any) -> bool:
    """Organises the dialogue, or holds the code of this very letter."""
    if not isinstance(target, Review):
        return False
    if isinstance(person, Code):
        return (
            person.purpose == CODE
            and person.target_type == target._meta.label_lower
            and person.target_id == str(target.pk)
        )
    return is_organiser(person, target.dialogue)


_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)
_asked = _book.predicate(is_asked)

RULES = {
    "checking.ask": _core,
    "checking.look": _asked,
    "checking.answer": _core,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
