"""Checking proposals before they are published: for personal data and the law, nothing else."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.actions._checks import locked, needed
from aukio.apps.plan.cocreation.actions.contacts import tell_refusal
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import (
    Alike,
    Ground,
    Placement,
    Proposal,
    Response,
    State,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.search.actions import refresh


@transaction.atomic
def publish_proposal(*, by: Person | None, proposal: Proposal, revision: int) -> Proposal:
    """Let everyone read the proposal as it was at ``revision``. Raises ``ChangedMeanwhile``."""
    require("cocreation.check_proposals", by, proposal)
    now = _as_seen(proposal, revision)
    if now.state == State.PUBLISHED:
        return now
    _settle(now, by, State.PUBLISHED)
    record(by=by, verb="cocreation.publish_proposal", target=now)
    return now


@transaction.atomic
def refuse_proposal(
    *, by: Person | None, proposal: Proposal, revision: int, ground: str, reason: str
) -> Proposal:
    """Leave the proposal unpublished on one of the two grounds, and tell its writer why.

    Raises ``Fault``, also for a proposal that has a response, and ``ChangedMeanwhile``.
    """
    require("cocreation.check_proposals", by, proposal)
    now = _as_seen(proposal, revision)
    if ground not in Ground.values:
        raise Fault(
            _("A proposal is left unpublished only for personal data or the law."),
            where=pgettext("field", "ground"),
            mend=_("Choose one of the two, or publish it."),
        )
    if Response.objects.filter(proposal=now).exists():
        raise Fault(
            _("This proposal has a response already."), mend=_("Correct the response instead.")
        )
    now.ground = ground
    now.refusal = needed(reason, most=2000, where=pgettext("field", "reason"))
    Placement.objects.filter(proposal=now).delete()
    Alike.objects.filter(first=now).delete()
    Alike.objects.filter(second=now).delete()
    _settle(now, by, State.REFUSED)
    tell_refusal(now)
    detail = {"ground": ground}
    record(by=by, verb="cocreation.refuse_proposal", target=now, detail=detail)
    return now


def _as_seen(proposal: Proposal, revision: int) -> Proposal:
    call = locked(proposal.call)
    now = Proposal.objects.get(pk=proposal.pk)
    now.call = call
    if now.revision != revision or now.state == State.WITHDRAWN:
        raise ChangedMeanwhile
    return now


def _settle(proposal: Proposal, by: Person | None, state: State) -> None:
    if state is State.PUBLISHED:
        proposal.ground = proposal.refusal = ""
    proposal.state = state
    proposal.checked, proposal.checked_by = timezone.now(), by
    proposal.save()
    refresh(proposal)
