"""Who may do what with opinion maps: the core group runs them, anyone may vote and look."""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.opinions.models import Conversation, Stage
from aukio.apps.dialogues.rules import is_core_group


def is_public(person: Any, target: Any) -> bool:
    """A conversation is seen from the day it opens; one brought from elsewhere with its results."""
    if not isinstance(target, Conversation):
        return False
    if target.stage == Stage.OPEN:
        return True
    return target.stage == Stage.CLOSED and (target.results_shown or not target.is_imported)


def has_results(person: Any, target: Any) -> bool:
    """Somebody decided to show what was found."""
    return isinstance(target, Conversation) and target.results_shown


_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)

RULES = {
    "opinions.run_conversation": _core,
    "opinions.see_conversation": _book.predicate(is_public) | _core,
    "opinions.see_results": _book.predicate(has_results) | _core,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
