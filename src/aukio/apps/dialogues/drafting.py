"""From a round's notes to the machine's proposals, stored all at once or not at all."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction

from aukio.apps.dialogues.actions.proposals import (
    decided_themes,
    propose_quotes,
    propose_themes,
)
from aukio.apps.dialogues.machine import Report, Said, propose
from aukio.apps.dialogues.models import Note, Permission, Quote, Round, in_use
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@dataclass(frozen=True)
class Outcome:
    """What was proposed; ``coverage`` is how well the quotes stand for all that was said."""

    notes: int
    themes: int
    quotes: int
    coverage: float

    def as_dict(self) -> dict[str, int | float]:
        return asdict(self)


def draft_round(*, by: Person | None, round: Round, report: Report) -> Outcome:
    """Propose themes and quotes. Long work: only in the worker or at the command line.

    The database is read first and written last, in one transaction, so that it is free
    meanwhile and work that is cut short leaves nothing behind.
    """
    require("dialogues.edit_themes", by, round)
    said = said_in(round)
    made = propose(said, report)
    with transaction.atomic():
        themes = propose_themes(by=by, round=round, proposals=made.themes)
        quotes = propose_quotes(by=by, round=round, places=made.quotes)
    return Outcome(len(said), len(themes), len(quotes), round_to(made.coverage))


def said_in(round: Round) -> list[Said]:
    """The notes in use, in a steady order, with the theme a person has decided on."""
    decided = set(decided_themes(round).values_list("pk", flat=True))
    quoted: dict[int, list[tuple[int, int]]] = {}
    picked = Quote.objects.filter(sentence__summary__round=round)
    for note, start, end in picked.values_list("note", "start", "end"):
        quoted.setdefault(note, []).append((start, end))
    rows = Note.objects.filter(in_use("record__"), record__dialogue__round=round)
    columns = ("pk", "text", "language", "permission", "record__permission", "placement__theme")
    return [
        Said(
            id=pk,
            text=text,
            language=language,
            quotable=(own or of_record) != Permission.NONE,
            theme=theme if theme in decided else None,
            quoted=tuple(quoted.get(pk, ())),
        )
        for pk, text, language, own, of_record, theme in rows.order_by("pk").values_list(*columns)
    ]


def round_to(share: float) -> float:
    """Three decimals are more than the measure can bear."""
    return float(f"{share:.3f}")
