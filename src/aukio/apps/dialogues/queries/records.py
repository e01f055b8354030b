"""Dialogues and records as their organiser and the core group see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from aukio.apps.dialogues.models import Dialogue, Note, Record, Round, RoundStatus
from aukio.apps.dialogues.models.record import READ
from aukio.apps.dialogues.readable import readable
from aukio.apps.dialogues.rules import ORGANISER, is_core_group
from aukio.shared.organisations.public_rules import organisations_where


@dataclass(frozen=True)
class DialogueRow:
    """A dialogue in a list, with how far its record is."""

    dialogue: Dialogue
    records: int
    notes: int


@dataclass(frozen=True)
class RecordPage:
    record: Record
    dialogue: Dialogue
    notes: tuple[Note, ...]
    texts: dict[int, str]
    versions: tuple[Record, ...]


def rounds_for(person: Any) -> QuerySet[Round]:
    """Rounds this person may see: the core group sees those being planned too."""
    if is_core_group(person):
        return Round.objects.all()
    return Round.objects.exclude(status=RoundStatus.PLANNED)


def dialogues_for(person: Any, round: Round | None = None) -> list[DialogueRow]:
    """Dialogues whose records this person may read, in order. One query."""
    found = Dialogue.objects.all() if round is None else Dialogue.objects.filter(round=round)
    if not is_core_group(person):
        own = organisations_where(person, ORGANISER.room, ORGANISER.code)
        found = found.filter(organiser__in=own)
    used = Q(records__superseded=False)
    rows = found.select_related("round", "organiser", "municipality", "area").annotate(
        kept=Count("records", filter=used, distinct=True),
        said=Count("records__notes", filter=used, distinct=True),
    )
    return [DialogueRow(one, one.kept, one.said) for one in rows]


def record_page(person: Any, pk: int) -> RecordPage:
    """A record this person may read, with its notes. Raises ``Record.DoesNotExist``."""
    found = Record.objects.select_related(
        "dialogue__round", "dialogue__organiser", "dialogue__municipality", "imported_by"
    )
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    readers = Q(dialogue__organiser__in=own)
    if is_core_group(person):
        readers |= Q(gate__in=READ)
    record = found.get(readers, pk=pk)
    notes = tuple(record.notes.select_related("placement__theme"))
    return RecordPage(
        record=record,
        dialogue=record.dialogue,
        notes=notes,
        texts=readable(notes),
        versions=tuple(record.dialogue.records.defer("text").order_by("version", "id")),
    )
