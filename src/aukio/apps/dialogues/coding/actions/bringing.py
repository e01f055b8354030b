"""Many codes at once: from an earlier round, or from a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions._checks import Words, checked
from aukio.apps.dialogues.coding.actions._history import history, lock
from aukio.apps.dialogues.coding.actions.frame import new_code
from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@dataclass(frozen=True)
class Line:
    """A code of a table; ``place`` says where, for faults."""

    words: Words
    parent: str = ""
    place: Place | None = None


@transaction.atomic
def copy_frame(*, by: Person | None, round: Round, source: Round) -> list[Code]:
    """Copy the codes in use of another round; those whose name is here already stay as here."""
    rows = Code.objects.filter(round=source, merged_into=None, is_retired=False)
    lines = [
        Line(
            Words(one.name, one.description, one.not_when, one.example, one.shape),
            one.parent.name if one.parent else "",
        )
        for one in rows.select_related("parent").order_by("order", "id")
    ]
    return _bring(by, round, lines, "copy", {"source": source.slug})


@transaction.atomic
def import_frame(
    *, by: Person | None, round: Round, lines: Sequence[Line], name: str
) -> list[Code]:
    """Add the codes of a table, all or none; those whose name is here already stay as here."""
    return _bring(by, round, lines, "import", {"source": name})


def _bring(
    by: Person | None, round: Round, lines: Sequence[Line], verb: str, what: dict[str, Any]
) -> list[Code]:
    require("coding.edit_frame", by, round)
    lock(round)
    if not lines:
        raise InputFault(_("There are no codes there."), mend=_("Choose another."))
    known = {one.name.casefold(): one for one in Code.objects.filter(round=round, merged_into=None)}
    made: list[Code] = []
    with history(verb, by=by, round=round, what=what) as touched:
        for heads in (True, False):  # those under another need it to be there
            for line in lines:
                key = line.words.name.strip().casefold()
                if bool(line.parent.strip()) is heads or key in known:
                    continue
                known[key] = _one(round, line, known)
                made.append(known[key])
        touched.codes.update(one.pk for one in made)
        what["count"] = len(made)
    return made


def _one(round: Round, line: Line, known: dict[str, Code]) -> Code:
    words = checked(line.words, round, place=line.place)
    parent = known.get(line.parent.strip().casefold()) if line.parent.strip() else None
    if line.parent.strip() and (parent is None or parent.parent_id is not None):
        raise InputFault(
            _("“%(name)s” is not a code of the first level.") % {"name": line.parent},
            place=line.place,
            mend=_("Name a code of the table or the frame that is not under another."),
        )
    return new_code(round, words, parent)
