"""The records of a round, for those who collect them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from aukio.apps.dialogues.models import Dialogue, Record, Round

PAGE = 50


@dataclass(frozen=True)
class RecordLine:
    """A dialogue with its record in use; ``record`` is None while there is none."""

    dialogue: Dialogue
    record: Record | None
    notes: int


def records_page(
    round: Round, *, words: str = "", missing: bool = False, number: int | str = 1
) -> Page[RecordLine]:
    """Dialogues with their records; three queries."""
    found = Dialogue.objects.filter(round=round).select_related("organiser", "municipality")
    for word in words.split():
        found = found.filter(_has(word))
    used = Q(records__superseded=False)
    if missing:
        found = found.annotate(kept=Count("records", filter=used)).filter(kept=0)
    page = Paginator(found.order_by("date", "reference", "pk"), PAGE).get_page(number)
    page.object_list = _lines(list(page.object_list))  # type: ignore[assignment]
    return page  # type: ignore[return-value]


def _lines(dialogues: list[Dialogue]) -> list[RecordLine]:
    records = (
        Record.objects.filter(dialogue__in=dialogues, superseded=False)
        .defer("text")
        .annotate(count=Count("notes"))
        .order_by("pk")
    )
    counts = {record.pk: record.count for record in records}
    kept: dict[int, list[Record]] = {}
    for record in records:
        kept.setdefault(record.dialogue_id, []).append(record)
    found = []
    for dialogue in dialogues:
        for one in kept.get(dialogue.pk, []):
            found.append(RecordLine(dialogue, one, counts[one.pk]))
        if dialogue.pk not in kept:
            found.append(RecordLine(dialogue, None, 0))
    return found


def _has(word: str) -> Q:
    found = Q()
    for form in {word, word.lower(), word.capitalize()}:
        for field in ("title", "reference", "organiser__name_fi", "organiser__name_sv"):
            found |= Q(**{f"{field}__icontains": form})
    return found
