"""Who may do what in the wording room.

Anyone checks texts. A member of an organisation uses its glossary; an editor of wording
keeps the glossary and decides whether the organisation's figures are shown.
"""

from __future__ import annotations

from typing import Any, cast

import rules
from django.utils.translation import pgettext_lazy

from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import has_role, memberships
from aukio.shared.organisations.roles import Reach, add_role

EDITOR = add_role(
    "wording", "editor", pgettext_lazy("role", "Editor of wording"), reach=Reach.ORGANISATION
)


def is_member(person: Any, target: Any) -> bool:
    """Acts for this organisation in any room."""
    if not isinstance(target, Organisation) or not person.is_authenticated or not person.is_active:
        return False
    return any(organisation == target.pk for _room, _role, organisation in memberships(person))


def is_editor(person: Any, target: Any) -> bool:
    """Keeps this organisation's glossary and figures."""
    if not isinstance(target, Organisation):
        return False
    return has_role(person, EDITOR.room, EDITOR.code, target)


_book = cast(Any, rules)  # the library has no types

RULES = {
    "wording.check": _book.always_allow,
    "wording.use_glossary": _book.predicate(is_member),
    "wording.edit_glossary": _book.predicate(is_editor),
    "wording.publish_figures": _book.predicate(is_editor),
    "wording.read_site": _book.predicate(is_editor),
    "wording.choose_model": _book.predicate(is_editor),
    "wording.ask_model": _book.predicate(is_member),
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
