"""The round's own history: the rows a change touched, before and after.

A state is ``{"themes": {id: row or null}, "notes": {id: place or null}, "sentences": {id: row
or null}}``; null means that the row was not there. Only rows that changed are kept, so taking
a change back is writing its ``before`` again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aukio.apps.dialogues.models import (
    Change,
    Quote,
    Round,
    Sentence,
    Theme,
    ThemeNote,
    VariantSentence,
)
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

Row = dict[str, Any]
State = dict[str, dict[str, Row | None]]
THEME = (
    *("title_fi", "title_sv", "title_en", "description_fi", "description_sv", "description_en"),
    *("order", "state", "merged_into_id", "label", "keywords"),
)
SENTENCE = (
    *("theme_id", "order", "voice", "origin", "accepted", "written_by_id"),
    *("text_fi", "text_sv", "text_en", "status_fi", "status_sv", "status_en"),
)
TOLD_IN = "told_in"  # ids of the sentences of versions that rest on a sentence; only where any
QUOTE = ("id", "note_id", "start", "end", "text", "order")


@dataclass
class Touched:
    """Ids of the rows a change may touch; an action adds those it makes."""

    themes: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    detail: dict[str, Any] = field(default_factory=dict)


@contextmanager
def history(
    verb: str,
    *,
    by: Person | None,
    round: Round,
    themes: Iterable[int] = (),
    notes: Iterable[int] = (),
    sentences: Iterable[int] = (),
) -> Iterator[Touched]:
    """Keep what the block changes, in the round's history and in the audit chain.

    Call it inside a transaction. A block that changes nothing leaves no trace.
    """
    lock(round)
    touched = Touched(set(themes), set(notes), set(sentences))
    before = state_of(touched)
    yield touched
    before, after = _differing(before, state_of(touched))
    if before == after:
        return
    change = Change.objects.create(round=round, verb=verb, before=before, after=after, by=by)
    sizes = {kind: len(rows) for kind, rows in after.items()}
    detail = {"change": change.pk, **sizes, **touched.detail}
    record(by=by, verb=f"dialogues.{verb}", target=round, detail=detail)


def lock(round: Round) -> None:
    """Let one person at a time change the round's themes and summary."""
    list(Round.objects.select_for_update().filter(pk=round.pk).values_list("pk"))


def state_of(touched: Touched) -> State:
    """The rows as they are now; those that do not exist are null."""
    return {
        "themes": _with_gaps(touched.themes, _themes(touched.themes)),
        "notes": _with_gaps(touched.notes, _places(touched.notes)),
        "sentences": _with_gaps(touched.sentences, _sentences(touched.sentences)),
    }


def _with_gaps(ids: set[int], rows: dict[int, Row]) -> dict[str, Row | None]:
    return {str(one): rows.get(one) for one in sorted(ids)}


def _themes(ids: set[int]) -> dict[int, Row]:
    rows = Theme.objects.filter(pk__in=ids).values("id", *THEME)
    return {row.pop("id"): dict(row) for row in rows}


def _places(ids: set[int]) -> dict[int, Row]:
    rows = ThemeNote.objects.filter(note__in=ids)
    return {
        note: {"theme_id": theme, "origin": origin, "by_id": by}
        for note, theme, origin, by in rows.values_list("note_id", "theme_id", "origin", "by_id")
    }


def _sentences(ids: set[int]) -> dict[int, Row]:
    rows = Sentence.objects.filter(pk__in=ids).values("id", "summary_id", *SENTENCE)
    found: dict[int, Row] = {row.pop("id"): {**row, "quotes": []} for row in rows}
    quotes = Quote.objects.filter(sentence__in=ids).order_by("order", "id")
    for quote in quotes.values("sentence_id", *QUOTE):
        found[quote.pop("sentence_id")]["quotes"].append(dict(quote))
    told = VariantSentence.objects.filter(sources__in=ids).order_by("id")
    for sentence, variant in told.values_list("sources", "id"):
        if sentence in found:
            found[sentence].setdefault(TOLD_IN, []).append(variant)
    return found


def without_ties(state: State) -> State:
    """The state without which versions rest on a sentence: tying one overtakes no change."""
    sentences = {
        one: row and {name: value for name, value in row.items() if name != TOLD_IN}
        for one, row in state["sentences"].items()
    }
    return {**state, "sentences": sentences}


def _differing(before: State, after: State) -> tuple[State, State]:
    changed = {
        kind: [one for one in rows if rows[one] != before[kind].get(one)]
        for kind, rows in after.items()
    }
    earlier = {kind: {one: before[kind].get(one) for one in ids} for kind, ids in changed.items()}
    later = {kind: {one: after[kind][one] for one in ids} for kind, ids in changed.items()}
    return earlier, later
