"""Who may do what in the dialogues room.

The core group leads every round. A member of the organising organisation takes care of its
own dialogues and records. Everyone reads what is published.
"""

from __future__ import annotations

from typing import Any

import rules
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Dialogue, Note, Record, Round, RoundStatus
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import add_role

CORE_GROUP = add_role("dialogues", "core_group", pgettext_lazy("role", "Core group of dialogues"))
ORGANISER = add_role("dialogues", "organiser", pgettext_lazy("role", "Organiser of dialogues"))


@rules.predicate
def is_core_group(person: Any) -> bool:
    """Leads the rounds."""
    return has_role(person, CORE_GROUP.room, CORE_GROUP.code)


@rules.predicate
def is_organiser(person: Any, target: Any) -> bool:
    """Organises this dialogue, or may organise for this organisation."""
    organisation = organiser_of(target)
    if organisation is None:
        return False
    return has_role(person, ORGANISER.room, ORGANISER.code, organisation)


@rules.predicate
def is_seen_by_all(person: Any, target: Any) -> bool:
    """A round is public from the day it opens."""
    return isinstance(target, Round) and target.status != RoundStatus.PLANNED


def organiser_of(target: Any) -> int | None:
    """The id of the organisation behind a dialogue, a record or a note."""
    if isinstance(target, Organisation):
        return int(target.pk)
    if isinstance(target, Note):
        target = target.record
    if isinstance(target, Record):
        target = target.dialogue
    return target.organiser_id if isinstance(target, Dialogue) else None


RULES = {
    "dialogues.create_round": is_core_group,
    "dialogues.edit_round": is_core_group,
    "dialogues.see_round": is_seen_by_all | is_core_group,
    "dialogues.register_dialogue": is_core_group | is_organiser,
    "dialogues.edit_dialogue": is_core_group | is_organiser,
    "dialogues.import_record": is_core_group | is_organiser,
    "dialogues.read_record": is_core_group | is_organiser,
    "dialogues.set_permission": is_core_group | is_organiser,
    "dialogues.see_desk": is_core_group,
    "dialogues.edit_themes": is_core_group,
    "dialogues.write_summary": is_core_group,
    "dialogues.publish": is_core_group,
}
for name, predicate in RULES.items():
    if not rules.rule_exists(name):
        rules.add_rule(name, predicate)
