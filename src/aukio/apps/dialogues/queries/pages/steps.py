"""The steps of a round for the core group: what is done, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.db.models import Count, Exists, OuterRef, Q

from aukio.apps.dialogues.models import (
    Dialogue,
    Note,
    Publication,
    Record,
    Round,
    Sentence,
    Summary,
    Theme,
    ThemeState,
    in_use,
)


class StepState(Enum):
    DONE = "done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True)
class Counts:
    """Everything the steps are judged by; four queries."""

    dialogues: int
    without_record: int
    records: int
    notes: int
    unplaced: int
    themes: int
    undecided: int
    sentences: int
    without_source: int
    ready: tuple[str, ...]
    version: int


def counts(round: Round) -> Counts:
    used = Record.objects.filter(in_use(), dialogue=OuterRef("pk"))
    held = Dialogue.objects.filter(round=round).aggregate(
        dialogues=Count("pk"), without_record=Count("pk", filter=~Q(Exists(used)))
    )
    notes = Note.objects.filter(in_use("record__"), record__dialogue__round=round).aggregate(
        notes=Count("pk"),
        unplaced=Count("pk", filter=Q(placement=None)),
        records=Count("record", distinct=True),
    )
    themes = Theme.objects.filter(round=round, merged_into=None).aggregate(
        themes=Count("pk"), undecided=Count("pk", filter=Q(state=ThemeState.PROPOSED))
    )
    written = Sentence.objects.filter(summary__round=round).aggregate(
        sentences=Count("pk", distinct=True),
        without_source=Count("pk", filter=Q(quotes=None), distinct=True),
    )
    summary = Summary.objects.filter(round=round).first()
    newest = Publication.objects.filter(round=round).order_by("-version").values_list("version")
    return Counts(
        **held,
        **notes,
        **themes,
        **written,
        ready=tuple(summary.ready) if summary else (),
        version=(newest.first() or (0,))[0],
    )


def states(found: Counts) -> dict[str, StepState]:
    """By step: done, next (the first that is not done) or later."""
    is_done = {
        "dialogues": found.dialogues > 0,
        "records": found.records > 0 and found.without_record == 0,
        "themes": found.themes > 0 and found.unplaced == 0 and found.undecided == 0,
        "summary": found.sentences > 0 and found.without_source == 0 and bool(found.ready),
        "publish": found.version > 0,
    }
    result: dict[str, StepState] = {}
    is_next_told = False
    for step, done in is_done.items():
        result[step] = StepState.DONE if done else StepState.LATER
        if not done and not is_next_told:
            result[step], is_next_told = StepState.NEXT, True
    return result
