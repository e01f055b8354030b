"""The history of a call's themes: the rows a change touched, before and after.

A state is ``{"themes": {id: row or null}, "places": {proposal id: place or null}}``; null
means that the row was not there. Taking a change back is writing its ``before`` again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aukio.apps.plan.cocreation.actions._checks import locked
from aukio.apps.plan.cocreation.models import Call, Change, Placement, Theme
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

Row = dict[str, Any]
State = dict[str, dict[str, Row | None]]
THEME = (
    *("title_fi", "title_sv", "title_en", "label", "keywords", "nearest"),
    *("order", "accepted", "merged_into_id"),
)
PLACE = ("theme_id", "origin", "nearest", "by_id")


@dataclass
class Touched:
    """Ids of the themes and proposals a change may touch; an action adds those it makes."""

    themes: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)


@contextmanager
def history(
    verb: str,
    *,
    by: Person | None,
    call: Call,
    themes: Iterable[int] = (),
    places: Iterable[int] = (),
) -> Iterator[Touched]:
    """Keep what the block changes, here and in the audit chain; no change, no trace.

    Call it inside a transaction: the call is locked until its end.
    """
    locked(call)
    touched = Touched(set(themes), set(places))
    before = state_of(touched)
    yield touched
    after = state_of(touched)
    changed = {
        kind: [one for one in rows if rows[one] != before[kind].get(one)]
        for kind, rows in after.items()
    }
    if not any(changed.values()):
        return
    change = Change.objects.create(
        call=call,
        verb=verb,
        before={kind: {one: before[kind].get(one) for one in ids} for kind, ids in changed.items()},
        after={kind: {one: after[kind][one] for one in ids} for kind, ids in changed.items()},
        by=by,
    )
    sizes = {kind: len(ids) for kind, ids in changed.items()}
    record(by=by, verb=f"cocreation.{verb}", target=call, detail={"change": change.pk, **sizes})


def state_of(touched: Touched) -> State:
    """The rows as they are now."""
    themes = Theme.objects.filter(pk__in=touched.themes)
    rows = {row.pop("id"): row for row in themes.values("id", *THEME)}
    places = Placement.objects.filter(proposal__in=touched.places)
    held = {row.pop("proposal_id"): row for row in places.values("proposal_id", *PLACE)}
    return {
        "themes": {str(one): rows.get(one) for one in sorted(touched.themes)},
        "places": {str(one): held.get(one) for one in sorted(touched.places)},
    }
