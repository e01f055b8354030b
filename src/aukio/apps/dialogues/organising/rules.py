"""Who may do what before and on the day.

The organiser takes care of the dialogue's page and alone sees who has signed up; the core
group leads the round. Where a dialogue has no organiser the core group stands in.
"""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.organising.models import Announcement, Training
from aukio.apps.dialogues.rules import ORGANISER, is_core_group, is_organiser
from aukio.shared.organisations.public_rules import has_role


def organises(person: Any, target: Any) -> bool:
    """Acts for the organisation that holds this dialogue."""
    return isinstance(target, Announcement) and is_organiser(person, target.dialogue)


def stands_in(person: Any, target: Any) -> bool:
    """Of the core group, for a dialogue nobody else organises, or for a training."""
    if isinstance(target, Announcement):
        return target.dialogue.organiser_id is None and is_core_group(person)
    return isinstance(target, Training) and is_core_group(person)


def is_any_organiser(person: Any) -> bool:
    """Organises dialogues for some organisation."""
    return has_role(person, ORGANISER.room, ORGANISER.code)


_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)
_organises = _book.predicate(organises)
_any_organiser = _book.predicate(is_any_organiser)
_stands_in = _book.predicate(stands_in)

RULES = {
    "organising.edit_announcement": _core | _organises,
    "organising.see_sign_ups": _organises | _stands_in,
    "organising.decide_application": _core,
    "organising.see_topics": _core | _any_organiser,
    "organising.propose_topic": _core | _any_organiser,
    "organising.assess_topic": _core | _any_organiser,
    "organising.choose_topic": _core,
    "organising.run_cockpit": _core,
    "organising.edit_material": _core,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
