"""The frame's own history: the rows a change touched, before and after.

A state is ``{"codes": {id: row or null}, "given": {id: code}, "settled": {id: code}}``; null
means that the code was not there. Taking a change back is writing its ``before`` again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aukio.apps.dialogues.coding.models import Code, FrameChange, Given, SettledCode
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

ROW = (
    *("name", "description", "not_when", "example", "shape", "order"),
    *("parent_id", "merged_into_id", "is_retired"),
)
State = dict[str, dict[str, Any]]


@dataclass
class Touched:
    """Ids of the rows a change may touch; an action adds those it makes."""

    codes: set[int] = field(default_factory=set)
    given: set[int] = field(default_factory=set)
    settled: set[int] = field(default_factory=set)


@contextmanager
def history(
    verb: str,
    *,
    by: Person | None,
    round: Round,
    codes: Iterable[int] = (),
    why: str = "",
    what: dict[str, Any] | None = None,
    moved: dict[str, dict[int, int]] | None = None,
) -> Iterator[Touched]:
    """Keep what the block changes, in the frame's history and in the audit chain.

    ``moved`` has the rows of codings whose code will change, with the code they have now.
    Call it inside a transaction, after ``lock``. A block that changes nothing leaves no trace.
    """
    places = moved or {}
    touched = Touched(set(codes), set(places.get("given", ())), set(places.get("settled", ())))
    before = state_of(touched)
    yield touched
    before, after = _differing(before, state_of(touched))
    if before == after:
        return
    change = FrameChange.objects.create(
        round=round, verb=verb, what=what or {}, why=why, before=before, after=after, by=by
    )
    detail = {"change": change.pk, **{kind: len(rows) for kind, rows in after.items()}}
    record(by=by, verb=f"coding.{verb}", target=round, detail=detail)


def lock(round: Round) -> None:
    """Let one person at a time change the round's frame and codings."""
    list(Round.objects.select_for_update().filter(pk=round.pk).values_list("pk"))


def state_of(touched: Touched) -> State:
    """The rows as they are now."""
    codes = {
        row.pop("id"): row for row in Code.objects.filter(pk__in=touched.codes).values("id", *ROW)
    }
    given = Given.objects.filter(pk__in=touched.given).values_list("pk", "code_id")
    settled = SettledCode.objects.filter(pk__in=touched.settled).values_list("pk", "code_id")
    return {
        "codes": {str(one): codes.get(one) for one in sorted(touched.codes)},
        "given": {str(pk): code for pk, code in given},
        "settled": {str(pk): code for pk, code in settled},
    }


def _differing(before: State, after: State) -> tuple[State, State]:
    """Only the rows that changed."""
    changed = {
        kind: [one for one in rows if rows[one] != before[kind].get(one)]
        for kind, rows in after.items()
    }
    return tuple(  # type: ignore[return-value]
        {kind: {one: state[kind].get(one) for one in ids} for kind, ids in changed.items()}
        for state in (before, after)
    )
