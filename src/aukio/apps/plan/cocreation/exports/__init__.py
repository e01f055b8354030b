"""The proposals with their public responses, to take along."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from aukio.apps.plan.cocreation.exports.document import document
from aukio.apps.plan.cocreation.exports.rows import proposal_row
from aukio.apps.plan.cocreation.exports.table import table
from aukio.apps.plan.cocreation.models import Call
from aukio.apps.plan.cocreation.queries.outcome import Outcome, outcome

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """How a file is made and what a browser is told it is."""

    content_type: str
    make: Callable[[Outcome], bytes]


def _json(found: Outcome) -> bytes:
    """Call, counts and proposals by number; decisions are codes, words keep their language."""
    call = found.call
    told = sorted(found.told, key=lambda one: one.proposal.number)
    answer = {
        "call": call.slug,
        "title": str(call),
        "opens": call.opens.isoformat(),
        "closes": call.closes.isoformat(),
        "is_sample": call.is_sample,
        "outcome_published": call.outcome_published and call.outcome_published.isoformat(),
        "counts": {decision.value: count for decision, count in found.counts.items()},
        "without_response": found.waiting,
        "proposals": [proposal_row(one) for one in told],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode()


def _csv(found: Outcome) -> bytes:
    return table(sorted(found.told, key=lambda one: one.proposal.number))


FORMS = {
    "csv": Form("text/csv; charset=utf-8", _csv),
    "json": Form("application/json", _json),
    "docx": Form(DOCX, document),
}


def export(call: Call, form: str) -> bytes:
    """The file's bytes. Only what anyone may read is in it."""
    return FORMS[form].make(outcome(call))
