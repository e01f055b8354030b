"""Who may do what with a record being written.

The organiser invites scribes and writes too; a scribe writes by code. The core group decides
what is asked, and reads no sheet: it reads records that the organiser has handed over.
"""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.rules import is_core_group, is_organiser, is_scribe

_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)
_organiser = _book.predicate(is_organiser)
_scribe = _book.predicate(is_scribe)

RULES = {
    "recording.edit_form": _core,
    "recording.invite_scribe": _organiser,
    "recording.write": _scribe | _organiser,
    "recording.count_people": _organiser,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
