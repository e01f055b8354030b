"""Tables of the wing's pages."""

from __future__ import annotations

from django.utils.translation import pgettext

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.queries.matters import Matter


def moment_head() -> list[str]:
    return [
        pgettext("table", "Round"),
        pgettext("table", "Dialogues"),
        pgettext("table", "Interval"),
        pgettext("table", "Remarks"),
        pgettext("table", "Interval of remarks"),
    ]


def moment_rows(matter: Matter) -> dict[str, object]:
    """A matter round by round, with the heads of its columns."""
    rows = [
        [
            phrases.when(one.voices),
            phrases.of_dialogues(one.dialogues, one.of),
            phrases.interval(one.interval),
            f"{one.notes} / {one.of_notes}",
            phrases.interval(one.notes_interval),
        ]
        for one in matter.moments
    ]
    return {"head": moment_head(), "rows": rows}
