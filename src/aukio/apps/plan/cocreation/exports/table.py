"""CSV: a row for each published proposal with the response that holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from aukio.apps.plan.cocreation.exports.rows import proposal_row
from aukio.apps.plan.cocreation.queries.proposals import Told

COLUMNS = (
    *("number", "title", "problem", "change", "carrier", "language", "proposer", "sent", "theme"),
    *("decision", "reason", "response_language", "responder", "measure", "led_to", "passed_to"),
    *("responded", "corrections", "is_sample"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(proposals: Iterable[Told]) -> bytes:
    """UTF-8 with a byte-order mark, semicolons as Finnish spreadsheets expect."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(COLUMNS)
    for told in proposals:
        writer.writerow([plain_cell(value) for value in _row(told)])
    return out.getvalue().encode("utf-8-sig")


def plain_cell(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula: an apostrophe goes first."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(told: Told) -> list[object]:
    first = proposal_row(told)
    responses = first.pop("responses")
    last = responses[-1] if responses else {}
    values = {
        **first,
        **{name: last.get(name, "") for name in ("decision", "reason", "responder", "measure")},
        **{name: last.get(name, "") for name in ("led_to", "passed_to")},
        "response_language": last.get("language", ""),
        "responded": last.get("at", ""),
        "corrections": max(len(responses) - 1, 0),
        "is_sample": "yes" if told.proposal.call.is_sample else "no",
    }
    return [values[name] for name in COLUMNS]
