"""The code frame as pages show it: codes in order, each under its head, with its key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.coding.models import Code, FrameChange
from aukio.apps.dialogues.coding.standing import Standing
from aukio.apps.dialogues.models import Round

# One key a code. Those left out move, undo, accept, say that none fits and show the keys.
KEYS = "123456789bcdefghilmopqrstvwxyz"


@dataclass(frozen=True)
class FrameCode:
    """A code for a page. ``key`` is empty when it is retired or there are no more keys."""

    id: int
    name: str
    description: str
    not_when: str
    example: str
    shape: str
    parent: int | None
    parent_name: str
    is_retired: bool
    key: str

    @property
    def full_name(self) -> str:
        return f"{self.parent_name}: {self.name}" if self.parent_name else self.name


def frame(round: Round, *, retired: bool = True) -> tuple[FrameCode, ...]:
    """The codes of the round in order, those under another after it. One query."""
    rows = list(Code.objects.filter(round=round, merged_into=None))
    heads = {one.pk: one for one in rows if one.parent_id is None}
    ordered: list[Code] = []
    for head in heads.values():
        ordered += [head, *(one for one in rows if one.parent_id == head.pk)]
    keys = iter(KEYS)
    found = []
    for one in ordered:
        if one.is_retired and not retired:
            continue
        above = heads.get(one.parent_id) if one.parent_id else None
        found.append(
            FrameCode(
                id=one.pk,
                name=one.name,
                description=one.description,
                not_when=one.not_when,
                example=one.example,
                shape=one.shape,
                parent=one.parent_id,
                parent_name=above.name if above else "",
                is_retired=one.is_retired,
                key="" if one.is_retired else next(keys, ""),
            )
        )
    return tuple(found)


def uses(found: Standing, person: Any) -> Counter[int]:
    """By code, on how many notes it is, of what this person may see."""
    counted: Counter[int] = Counter()
    for note, given in found.given.items():
        if found.is_known_to(person, note):
            counted.update(set().union(*given.values()) | set(found.settled.get(note, ())))
    return counted


def changes(round: Round, *, limit: int = 200) -> list[FrameChange]:
    """The latest changes to the frame, undone ones too, without the rows they touched."""
    rows = FrameChange.objects.filter(round=round).select_related("by", "undone_by")
    return list(rows.defer("before", "after")[:limit])


def latest_change(round: Round) -> FrameChange | None:
    """The change that undoing would take back."""
    rows = FrameChange.objects.filter(round=round, undone_at=None).select_related("by")
    return rows.defer("before", "after").first()


def other_frames(round: Round) -> list[Round]:
    """Other rounds that have a frame, newest first."""
    return list(Round.objects.exclude(pk=round.pk).filter(codes__merged_into=None).distinct())
