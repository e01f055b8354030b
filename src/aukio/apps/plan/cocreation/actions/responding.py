"""Responding to proposals, and making the outcome public."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.actions._checks import locked, needed, within
from aukio.apps.plan.cocreation.actions.contacts import tell_response
from aukio.apps.plan.cocreation.faults import AnsweredMeanwhile, ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Call, Decision, Phase, Proposal, Response, State
from aukio.apps.plan.models import Measure
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

FEWEST_WORDS = 5
LONGEST_REASON = 4000
TAKEN_IN = (Decision.TAKEN, Decision.PARTLY)


@dataclass(frozen=True)
class Answer:
    """A decision with its reason. ``correction`` says why an earlier response changes."""

    decision: str
    reason: str
    language: str
    responder: str
    led_to: str = ""
    measure: Measure | None = None
    passed_to: str = ""
    correction: str = ""


@transaction.atomic
def respond(
    *, by: Person | None, call: Call, seen: Mapping[int, int], answer: Answer
) -> list[Response]:
    """Give one response to each proposal of ``seen``: its id and the newest sequence seen.

    Where there is a response already, this one corrects it and both are shown. All or
    nothing. Raises ``Fault``; ``AnsweredMeanwhile`` when somebody else responded since.
    """
    require("cocreation.respond", by, call)
    call = locked(call)
    proposals = _proposals(call, seen)
    newest = newest_responses(proposals)
    overtaken = [
        newest[one.pk]
        for one in proposals
        if one.pk in newest and newest[one.pk].sequence != seen[one.pk]
    ]
    if overtaken:
        raise AnsweredMeanwhile(overtaken)
    if any(seen[one.pk] for one in proposals if one.pk not in newest):
        raise ChangedMeanwhile
    told = _checked(answer)
    together = uuid.uuid4()
    made = []
    for proposal in proposals:
        earlier = newest.get(proposal.pk)
        made.append(
            Response.objects.create(
                **told,
                proposal=proposal,
                sequence=earlier.sequence + 1 if earlier else 1,
                correction=_correction(answer, earlier),
                together=together,
                by=by,
            )
        )
    if call.outcome_published:
        for one in made:
            tell_response(one)
    detail = {"responses": [one.pk for one in made], "decision": answer.decision}
    record(by=by, verb="cocreation.respond", target=call, detail=detail)
    return made


@transaction.atomic
def publish_outcome(*, by: Person | None, call: Call, without: int) -> Call:
    """Let everyone read the responses, and tell the proposers who left an address.

    ``without`` is how many proposals still wait for one, as the person saw it: the public
    page tells that number openly. Raises ``Fault``, or ``ChangedMeanwhile`` when it differs.
    """
    require("cocreation.publish_outcome", by, call)
    call = locked(call)
    if call.outcome_published:
        return call
    if call.phase is not Phase.CLOSED:
        raise Fault(_("The call has not closed yet."), mend=_("Publish after its last day."))
    if call.proposals.filter(state=State.WAITING).exists():
        raise Fault(
            _("Some proposals have not been checked."), mend=_("Check every proposal first.")
        )
    proposals = list(call.proposals.filter(state=State.PUBLISHED).select_related("call"))
    newest = newest_responses(proposals)
    if not newest:
        raise Fault(_("There are no responses yet."), mend=_("Respond to the proposals first."))
    if len(proposals) - len(newest) != without:
        raise ChangedMeanwhile
    call.outcome_published = timezone.now()
    call.save(update_fields=["outcome_published"])
    for one in newest.values():
        tell_response(one)
    detail = {"responses": len(newest), "without": without}
    record(by=by, verb="cocreation.publish_outcome", target=call, detail=detail)
    return call


def newest_responses(proposals: list[Proposal]) -> dict[int, Response]:
    """The response that holds, by the proposal's id; one query."""
    rows = Response.objects.filter(proposal__in=proposals).order_by("proposal", "sequence")
    return {
        one.proposal_id: one
        for one in rows.select_related("proposal__call", "measure__commitment__plan", "by")
    }


def _proposals(call: Call, seen: Mapping[int, int]) -> list[Proposal]:
    found = list(
        call.proposals.filter(pk__in=list(seen), state=State.PUBLISHED).select_related("call")
    )
    if not found or len(found) != len(seen):
        raise Fault(
            _("Some of these proposals are not published, or are of another call."),
            where=pgettext("field", "proposals"),
            mend=_("Choose the proposals again."),
        )
    return found


def _checked(answer: Answer) -> dict[str, object]:
    if answer.decision not in Decision.values:
        raise Fault(
            _("There is no such decision."),
            where=pgettext("field", "decision"),
            mend=_("Choose one of the four."),
        )
    where = pgettext("field", "reason")
    reason = needed(answer.reason, most=LONGEST_REASON, where=where)
    if len(reason.split()) < FEWEST_WORDS:
        raise Fault(
            _("The reason is too short to be one."),
            where=where,
            mend=_("Say in a sentence or two why it was decided so."),
        )
    led_to = within(answer.led_to, most=300, where=pgettext("field", "what it led to"))
    if answer.decision in TAKEN_IN and not led_to and answer.measure is None:
        raise Fault(
            _("What is taken in shows somewhere in the draft plan."),
            where=pgettext("field", "what it led to"),
            mend=_("Name the commitment or measure."),
        )
    passed_to = within(answer.passed_to, most=200, where=pgettext("field", "authority"))
    if answer.decision == Decision.PASSED_ON and not passed_to:
        raise Fault(
            _("A proposal is passed on to somebody."),
            where=pgettext("field", "authority"),
            mend=_("Name the authority."),
        )
    return {
        "decision": answer.decision,
        "reason": reason,
        "language": answer.language,
        "responder": needed(answer.responder, most=200, where=pgettext("field", "who responds")),
        "led_to": led_to if answer.decision in TAKEN_IN else "",
        "measure": answer.measure if answer.decision in TAKEN_IN else None,
        "passed_to": passed_to if answer.decision == Decision.PASSED_ON else "",
    }


def _correction(answer: Answer, earlier: Response | None) -> str:
    if earlier is None:
        return ""
    return needed(
        answer.correction, most=1000, where=pgettext("field", "why the response is corrected")
    )
