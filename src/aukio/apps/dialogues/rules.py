"""Who may do what in the dialogues room.

The core group leads every round. A member of the organising organisation takes care of its
own dialogues and records. Everyone reads what is published.
"""

from __future__ import annotations

from typing import Any, cast

import rules
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Dialogue, Gate, Note, Record, Round, RoundStatus
from aukio.shared.accounts.models import Code
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import has_role
from aukio.shared.organisations.roles import add_role

CORE_GROUP = add_role("dialogues", "core_group", pgettext_lazy("role", "Core group of dialogues"))
ORGANISER = add_role("dialogues", "organiser", pgettext_lazy("role", "Organiser of dialogues"))


SCRIBE = "recording.scribe"  # the purpose of a scribe's code; its target is the dialogue


def is_core_group(person: Any) -> bool:
    """Leads the rounds."""
    return not isinstance(person, Code) and has_role(person, CORE_GROUP.room, CORE_GROUP.code)


def is_organiser(person: Any, target: Any) -> bool:
    """Organises this dialogue, or may organise for this organisation."""
    organisation = organiser_of(target)
    if organisation is None or isinstance(person, Code):
        return False
    return has_role(person, ORGANISER.room, ORGANISER.code, organisation)


def reads_as_core_group(person: Any, target: Any) -> bool:
    """The core group; not of a record that its organiser has not yet looked through."""
    record = target.record if isinstance(target, Note) else target
    is_held = isinstance(record, Record) and record.gate == Gate.HELD
    return is_core_group(person) and not is_held


def decides_as_core_group(person: Any, target: Any) -> bool:
    """The core group decides about what it brought itself."""
    brought = isinstance(target, Record) and target.gate == Gate.OWN
    return brought and is_core_group(person)


def is_scribe(person: Any, target: Any) -> bool:
    """Holds the code of a scribe of this very dialogue."""
    dialogue = target.dialogue if isinstance(target, Record) else target
    return (
        isinstance(person, Code)
        and isinstance(dialogue, Dialogue)
        and person.purpose == SCRIBE
        and (person.target_type, person.target_id) == ("dialogues.dialogue", str(dialogue.pk))
    )


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


_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)
_organiser = _book.predicate(is_organiser)
_open = _book.predicate(is_seen_by_all)
_core_reads = _book.predicate(reads_as_core_group)
_core_decides = _book.predicate(decides_as_core_group)
_scribe = _book.predicate(is_scribe)

RULES = {
    "dialogues.create_round": _core,
    "dialogues.edit_round": _core,
    "dialogues.see_round": _open | _core,
    "dialogues.register_dialogue": _core | _organiser,
    "dialogues.edit_dialogue": _core | _organiser,
    "dialogues.import_record": _core_reads | _organiser,
    "dialogues.send_record": _scribe | _organiser,
    "dialogues.read_record": _core_reads | _organiser,
    "dialogues.set_permission": _core_reads | _organiser,
    "dialogues.decide_findings": _core_decides | _organiser,
    "dialogues.hand_over": _organiser,
    "dialogues.see_desk": _core,
    "dialogues.edit_themes": _core,
    "dialogues.write_summary": _core,
    "dialogues.publish": _core,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
