"""What the machine proposes. It never touches what a person has decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max, QuerySet

from aukio.apps.dialogues.actions._history import history, lock
from aukio.apps.dialogues.actions._holding import held_by_wings
from aukio.apps.dialogues.models import (
    HIDDEN,
    Note,
    Origin,
    QuoteProposal,
    Round,
    Theme,
    ThemeNote,
    ThemeState,
    Why,
    in_use,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@dataclass(frozen=True)
class ThemeProposal:
    """Notes that belong together; ``label`` by language, ``keywords`` in the notes' words."""

    notes: tuple[int, ...]
    label: dict[str, str]
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuotePlace:
    """``note.text[start:end]`` could stand in a summary; lower ranks first. ``why``: ``Why``."""

    note: int
    start: int
    end: int
    rank: int = field(default=1)
    why: str = field(default=Why.COVERAGE)


def free_notes(round: Round) -> QuerySet[Note]:
    """Notes the machine may place: those that no person's decision holds."""
    used = Note.objects.filter(in_use("record__"), record__dialogue__round=round)
    kept = decided_themes(round)
    return used.exclude(placement__theme__in=kept).order_by("pk")


def decided_themes(round: Round) -> QuerySet[Theme]:
    """Themes a person has had a hand in: accepted, given a note, written or asked about."""
    themes = round.themes.filter(merged_into=None)
    touched = ThemeNote.objects.filter(theme__round=round, origin=Origin.PERSON)
    return (
        themes.filter(state=ThemeState.ACCEPTED)
        | themes.filter(pk__in=touched.values("theme"))
        | themes.filter(sentences__isnull=False)
        | themes.filter(pk__in=held_by_wings(round))
    ).distinct()


@transaction.atomic
def propose_themes(
    *, by: Person | None, round: Round, proposals: Sequence[ThemeProposal]
) -> list[Theme]:
    """Replace the machine's earlier proposals, as far as no person has touched them.

    Notes that a person's decision holds are left where they are. The same proposals again
    change nothing.
    """
    require("dialogues.edit_themes", by, round)
    lock(round)
    free = set(free_notes(round).values_list("pk", flat=True))
    groups = [(one, [pk for pk in one.notes if pk in free]) for one in proposals]
    groups = [(one, notes) for one, notes in groups if notes]
    old = round.themes.filter(merged_into=None).exclude(pk__in=decided_themes(round).values("pk"))
    if _same(old, groups):
        return list(old)
    places = ThemeNote.objects.filter(note__in=free)
    gone = list(old.values_list("pk", flat=True))
    with history("propose_themes", by=by, round=round, themes=gone, notes=free) as touched:
        places.delete()
        Theme.objects.filter(pk__in=gone).delete()
        made = _make(round, groups)
        touched.themes.update(theme.pk for theme in made)
    return made


@transaction.atomic
def propose_quotes(
    *, by: Person | None, round: Round, places: Sequence[QuotePlace]
) -> list[QuoteProposal]:
    """Replace the quotes proposed for the round's themes; the same again changes nothing.

    Raises ``ValueError`` on words a note lacks.
    """
    require("dialogues.write_summary", by, round)
    lock(round)
    notes = Note.objects.filter(record__dialogue__round=round).in_bulk(
        [place.note for place in places]
    )
    offered = (_proposal(notes[place.note], place) for place in places)
    rows = [one for one in offered if HIDDEN not in one.text]
    old = list(QuoteProposal.objects.filter(note__record__dialogue__round=round))
    if sorted(map(_place, old)) == sorted(map(_place, rows)):
        return old
    QuoteProposal.objects.filter(note__record__dialogue__round=round).delete()
    made = QuoteProposal.objects.bulk_create(rows, batch_size=500)
    detail = {"quotes": len(made)}
    record(by=by, verb="dialogues.propose_quotes", target=round, detail=detail)
    return made


def _place(one: QuoteProposal) -> tuple[int, int, int, int, str]:
    return one.note_id, one.start, one.end, one.rank, str(one.why)


def _proposal(note: Note, place: QuotePlace) -> QuoteProposal:
    if not 0 <= place.start < place.end <= len(note.text):
        raise ValueError(f"note {note.pk} has no words at {place.start}-{place.end}")
    words = note.text[place.start : place.end]
    return QuoteProposal(
        note=note,
        start=place.start,
        end=place.end,
        text=words,
        rank=place.rank,
        why=place.why,
    )


def _same(old: QuerySet[Theme], groups: list[tuple[ThemeProposal, list[int]]]) -> bool:
    there: dict[int, set[int]] = {theme: set() for theme in old.values_list("pk", flat=True)}
    for theme, note in ThemeNote.objects.filter(theme__in=old).values_list("theme_id", "note_id"):
        there[theme].add(note)
    wanted = sorted(sorted(notes) for _, notes in groups)
    return bool(wanted) and sorted(sorted(notes) for notes in there.values()) == wanted


def _make(round: Round, groups: list[tuple[ThemeProposal, list[int]]]) -> list[Theme]:
    last = round.themes.aggregate(last=Max("order"))["last"] or 0
    made = []
    for order, (proposal, _) in enumerate(groups, last + 1):
        theme = Theme(
            round=round, order=order, label=proposal.label, keywords=list(proposal.keywords)
        )
        theme.save()
        made.append(theme)
    rows = [
        ThemeNote(theme=theme, note_id=note)
        for theme, (_, notes) in zip(made, groups, strict=True)
        for note in notes
    ]
    ThemeNote.objects.bulk_create(rows, batch_size=500)
    return made
