"""What the dialogues room's other wings may use of the coding desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.coding.standing import Codes, standing
from aukio.apps.dialogues.models import Round


@dataclass(frozen=True)
class OpenCode:
    """A code as anyone may read it. Its example is left out: it may hold somebody's words."""

    id: int
    name: str
    description: str
    parent: int | None


def decided(round: Round, notes: Iterable[int]) -> tuple[list[OpenCode], dict[int, Codes]]:
    """``(codes, codes by note)`` of these notes: what is settled, or what all coders agree on.

    Who gave a code is not told, nor that they differed. Six queries.
    """
    wanted = set(notes)
    found = {
        note: codes for note, codes in standing(round, wanted).finals().items() if note in wanted
    }
    frame = {one.pk: one for one in Code.objects.filter(round=round)}
    used = {code for codes in found.values() for code in codes}
    shown = used | {above for code in used if (above := frame[code].parent_id) is not None}
    return [_open(one) for one in frame.values() if one.pk in shown], found


def _open(code: Code) -> OpenCode:
    return OpenCode(code.pk, code.name, code.description, code.parent_id)
