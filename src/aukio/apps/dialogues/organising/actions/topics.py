"""Choosing the round's topic together with organisers."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions._checks import needed
from aukio.apps.dialogues.organising.models import (
    Assessment,
    Criterion,
    Fit,
    TopicProposal,
    TopicState,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation


@transaction.atomic
def propose(
    *,
    by: Person | None,
    round: Round,
    title: str,
    text: str,
    language: str = "fi",
    organisation: Organisation | None = None,
) -> TopicProposal:
    """Propose a topic in one's own words. Raises ``Fault`` when the choice has been made."""
    require("organising.propose_topic", by, round)
    _still_open(round)
    if language not in dict(LANGUAGES):
        raise Fault(_("Choose the language from the list."))
    made = TopicProposal.objects.create(
        round=round,
        title=needed(title, pgettext("topic", "Topic"), 200),
        text=needed(text, pgettext("topic", "Why it should be talked about"), 2000),
        language=language,
        organisation=organisation,
        by=by,
    )
    record(by=by, verb="organising.propose_topic", target=made, detail={"round": round.pk})
    return made


@transaction.atomic
def assess(
    *, by: Person, proposal: TopicProposal, views: Mapping[str, tuple[str, str]]
) -> list[Assessment]:
    """Say how the proposal fits each criterion, and why: ``{criterion: (fit, why)}``.

    A person's new view replaces the old one. Raises ``Fault``; a view needs its reason.
    """
    require("organising.assess_topic", by, proposal)
    _still_open(proposal.round)
    made = []
    for criterion, (fit, why) in views.items():
        if criterion not in Criterion.values or fit not in Fit.values:
            raise Fault(_("Choose from the list."))
        words = needed(why, str(Criterion(criterion).label), 500)
        one, _is_new = Assessment.objects.update_or_create(
            proposal=proposal, criterion=criterion, by=by, defaults={"fit": fit, "why": words}
        )
        made.append(one)
    if made:
        detail = {"criteria": sorted(views)}
        record(by=by, verb="organising.assess_topic", target=proposal, detail=detail)
    return made


@transaction.atomic
def choose(
    *, by: Person | None, proposal: TopicProposal, reasons: Mapping[int, str]
) -> TopicProposal:
    """Choose this proposal and give every proposal of the round its reason; then all is public.

    ``reasons``: by proposal. Raises ``Fault`` when one is missing or the choice is made.
    """
    require("organising.choose_topic", by, proposal)
    list(Round.objects.select_for_update().filter(pk=proposal.round_id))
    _still_open(proposal.round)
    now = timezone.now()
    for one in TopicProposal.objects.filter(round=proposal.round_id):
        one.reason = needed(reasons.get(one.pk, ""), one.title, 2000)
        one.state = TopicState.CHOSEN if one.pk == proposal.pk else TopicState.LEFT
        one.decided_at = now
        one.save(update_fields=["reason", "state", "decided_at"])
    proposal.refresh_from_db()
    record(by=by, verb="organising.choose_topic", target=proposal)
    return proposal


def _still_open(round: Round) -> None:
    if TopicProposal.objects.filter(round=round, state=TopicState.CHOSEN).exists():
        raise Fault(_("The topic of this round has already been chosen."))
