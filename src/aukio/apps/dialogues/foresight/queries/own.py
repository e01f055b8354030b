"""What an organiser sees of their own dialogues: more than the public does, by right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.foresight.queries.slices import Kind, Which
from aukio.apps.dialogues.models import Dialogue, Note, RoundStatus, in_use
from aukio.apps.dialogues.readable import readable
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import organisations_where


@dataclass(frozen=True)
class Remark:
    text: str
    language: str


@dataclass(frozen=True)
class OwnDialogue:
    """``people`` is the organiser's own number, as they told it."""

    id: int
    title: str
    round: str
    people: int | None
    remarks: tuple[Remark, ...]


def which_own(person: Any) -> Which:
    """The dialogues of the organisations for which this person organises. Two queries."""
    own = frozenset(organisations_where(person, ORGANISER.room, ORGANISER.code))
    rows = Organisation.objects.filter(pk__in=own).order_by("name_fi")
    names = [{code: getattr(one, f"name_{code}") for code in _CODES} for one in rows]
    together = tuple((code, ", ".join(one[code] or one["fi"] for one in names)) for code in _CODES)
    return Which(Kind.OWN, "", together, own)


_CODES = ("fi", "sv", "en")


def own_dialogues(which: Which, slug: str = "") -> list[OwnDialogue]:
    """Own dialogues with the remarks that have passed the gate; three queries."""
    held = Dialogue.objects.filter(organiser__in=which.organisers)
    held = held.exclude(round__status=RoundStatus.PLANNED)
    if slug:
        held = held.filter(round__slug=slug)
    dialogues = list(held.select_related("round").order_by("-round__year", "date", "pk"))
    remarks = _remarks(dialogues)
    return [
        OwnDialogue(one.pk, one.title, one.round.slug, one.participants, remarks[one.pk])
        for one in dialogues
    ]


def _remarks(dialogues: list[Dialogue]) -> dict[int, tuple[Remark, ...]]:
    rows = Note.objects.filter(in_use("record__"), record__dialogue__in=dialogues)
    notes = list(rows.select_related("record").order_by("record", "position"))
    texts = readable(notes)
    found: dict[int, list[Remark]] = defaultdict(list)
    for note in notes:
        found[note.record.dialogue_id].append(Remark(texts[note.pk], note.language))
    return defaultdict(tuple, {one: tuple(said) for one, said in found.items()})
