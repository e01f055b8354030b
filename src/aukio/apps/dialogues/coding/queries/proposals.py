"""The machine's proposals as a person reads them: how sure, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import pgettext

from aukio.apps.dialogues.coding.models import Coding, Proposal, Run, Useful
from aukio.apps.dialogues.coding.standing import roots_of
from aukio.apps.dialogues.models import Note, Round, in_use
from aukio.apps.dialogues.readable import readable

SURE, LIKELY = 0.85, 0.65


@dataclass(frozen=True)
class Like:
    """A coded note that is near: its words, or nothing when the person may not see its codes."""

    id: int
    text: str
    language: str


@dataclass(frozen=True)
class Shown:
    """A proposal for a page. ``hidden`` near notes were coded by somebody else.

    ``words`` are those of the note as it is now: some may have been hidden since.
    """

    id: int
    note: int
    code: int
    percent: int
    words: tuple[str, ...]
    like: tuple[Like, ...]
    hidden: int

    @property
    def confidence(self) -> str:
        """How sure the machine is, in words."""
        if self.percent >= SURE * 100:
            return pgettext("how sure", "very likely")
        if self.percent >= LIKELY * 100:
            return pgettext("how sure", "likely")
        return pgettext("how sure", "perhaps")


def waiting(round: Round, person: Any) -> QuerySet[Proposal]:
    """Proposals of the latest run that this person has neither decided nor coded over."""
    runs = Run.objects.filter(round=round).order_by("-pk").values_list("pk", flat=True)
    own = Coding.objects.filter(note=OuterRef("note"), coder=person)
    rows = Proposal.objects.filter(in_use("note__record__"), run__in=list(runs[:1]))
    rows = rows.filter(code__is_retired=False)
    return rows.exclude(decisions__by=person).exclude(Exists(own))


def shown(round: Round, person: Any, notes: Iterable[int]) -> dict[int, tuple[Shown, ...]]:
    """By note, what is proposed and why; surest first. Six queries."""
    rows = list(waiting(round, person).filter(note__in=list(notes)).select_related("note"))
    near = _near(person, round, {pk for one in rows for pk in one.like})
    roots = roots_of(round)
    found: dict[int, list[Shown]] = defaultdict(list)
    for one in rows:
        like = tuple(near[pk] for pk in one.like if pk in near)
        found[one.note_id].append(
            Shown(
                id=one.pk,
                note=one.note_id,
                code=roots[one.code_id],
                percent=round_(one.confidence),
                words=tuple(word for word in one.words if word in one.note.text),
                like=like,
                hidden=len(one.like) - len(like),
            )
        )
    return {note: tuple(proposals) for note, proposals in found.items()}


def useful(round: Round) -> list[int]:
    """Notes nobody has coded from which the machine would learn most, best first."""
    rows = Useful.objects.filter(in_use("note__record__"), run__round=round, note__codings=None)
    return list(rows.order_by("rank").values_list("note", flat=True))


def round_(share: float) -> int:
    """Whole per cents are more than the measure can bear; the machine is never wholly sure."""
    return min(int(share * 100 + 0.5), 99)


def _near(person: Any, round: Round, wanted: set[int]) -> dict[int, Like]:
    """Near notes whose codes the person may see, as they are read."""
    from aukio.apps.dialogues.coding.standing import standing

    if not wanted:
        return {}
    found = standing(round, wanted)
    known = [pk for pk in wanted if found.is_known_to(person, pk)]
    notes = list(Note.objects.filter(in_use("record__"), pk__in=known))
    texts = readable(notes)
    return {one.pk: Like(one.pk, texts[one.pk], one.language) for one in notes}
