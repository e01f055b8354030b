"""Tables of the wing's pages."""

from __future__ import annotations

from django.utils.translation import pgettext

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.queries.matters import Matter
from aukio.apps.dialogues.foresight.statistics import Interval


def moment_head() -> list[str]:
    return [
        pgettext("table", "Round"),
        pgettext("table", "Dialogues"),
        pgettext("table", "Remarks"),
    ]


def moment_rows(matter: Matter) -> dict[str, object]:
    """A matter round by round, with the heads of its columns."""
    rows = [
        [
            phrases.when(one.voices),
            _with_interval(one.dialogues, one.of, one.interval),
            _with_interval(one.notes, one.of_notes, one.notes_interval),
        ]
        for one in matter.moments
    ]
    return {"head": moment_head(), "rows": rows}


def _with_interval(some: int, every: int, interval: Interval | None) -> str:
    """ "4 / 12 (8–58 %)": narrow enough for a phone."""
    return f"{some}\u00a0/\u00a0{every} ({phrases.interval(interval)})"
