"""Which field of the record form a note stands under. The room itself knows no form.

The wing of records says in its ``apps.py``, ``ready()``::

    field_marks.add(marks.labels_of)

where the function is given the round and returns the field's code by every heading that may
stand over it. People themselves marked what differs, so no machine needs to guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from aukio.apps.dialogues.models import Note, Round

DIFFERENCES, HOPES = "differences", "hopes"
Labels = dict[str, str]
_functions: list[Callable[[Round], Labels]] = []


def add(function: Callable[[Round], Labels]) -> None:
    """Ask this function for headings too, once."""
    if function not in _functions:
        _functions.append(function)


def labels_of(round: Round) -> Labels:
    """Code by heading, folded for comparing."""
    found: Labels = {}
    for function in _functions:
        found.update({folded(label): code for label, code in function(round).items()})
    return found


def fields_of(notes: Iterable[Note], labels: Labels) -> dict[int, str]:
    """By note, the code of the field it stands under; notes under no heading are left out.

    Reads ``note.record.text``. A heading is a whole line of its own, as records sent from the
    form have them; so has a file that was written on the form.
    """
    kept: dict[int, tuple[list[int], list[str]]] = {}
    found = {}
    for note in notes:
        if note.record_id not in kept:
            kept[note.record_id] = _headings(note.record.text, labels)
        starts, codes = kept[note.record_id]
        place = bisect_right(starts, note.start) - 1
        if place >= 0:
            found[note.pk] = codes[place]
    return found


def folded(label: str) -> str:
    return label.strip().rstrip(":").casefold()


def _headings(text: str, labels: Labels) -> tuple[list[int], list[str]]:
    starts, codes, at = [], [], 0
    for line in text.splitlines(keepends=True):
        code = labels.get(folded(line))
        if code:
            starts.append(at)
            codes.append(code)
        at += len(line)
    return starts, codes
