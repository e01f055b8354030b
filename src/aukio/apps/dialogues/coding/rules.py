"""Who may do what at the coding desk: the core group, of notes it may read. Nobody else."""

from __future__ import annotations

from typing import Any, cast

import rules

from aukio.apps.dialogues.models import Note
from aukio.apps.dialogues.rules import is_core_group, reads_as_core_group


def reads_note(person: Any, target: Any) -> bool:
    """Of the core group; the note's record is in use and not with its organiser."""
    if target is None:
        return is_core_group(person)
    in_use = isinstance(target, Note) and not target.record.superseded
    return in_use and reads_as_core_group(person, target)


_book = cast(Any, rules)  # the library has no types
_core = _book.predicate(is_core_group)
_reads = _book.predicate(reads_note)

RULES = {
    "coding.see_desk": _core,
    "coding.edit_frame": _core,
    "coding.code_note": _reads,
    "coding.settle": _reads,
    "coding.open_comparison": _core,
    "coding.have_proposed": _core,
    "coding.export": _core,
}
for _name, _predicate in RULES.items():
    if not _book.rule_exists(_name):
        _book.add_rule(_name, _predicate)
