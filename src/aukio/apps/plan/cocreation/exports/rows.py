"""A published proposal as plain values: one shape for files and for the API."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from aukio.apps.plan.cocreation.models import Response
from aukio.apps.plan.cocreation.queries.proposals import Told


def proposal_row(told: Told) -> dict[str, Any]:
    """What anyone may know of a proposal. Nothing of its writer but what they chose to show."""
    one = told.proposal
    return {
        "number": one.number,
        "title": one.title,
        "problem": one.problem,
        "change": one.change,
        "carrier": one.carrier,
        "language": one.language,
        "proposer": str(one.organisation) if one.organisation else one.name,
        "by_organisation": one.organisation_id is not None,
        "sent": timezone.localdate(one.sent).isoformat(),
        "theme": str(told.theme) if told.theme else "",
        "responses": [response_row(response) for response in told.responses],
    }


def response_row(response: Response) -> dict[str, Any]:
    """A public response; the one with the highest ``sequence`` holds."""
    return {
        "sequence": response.sequence,
        "decision": response.decision,
        "reason": response.reason,
        "language": response.language,
        "responder": response.responder,
        "measure": response.measure.number if response.measure else "",
        "led_to": response.led_to,
        "passed_to": response.passed_to,
        "correction": response.correction,
        "at": response.at.isoformat(timespec="seconds"),
    }
