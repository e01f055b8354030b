"""What the core group's pages read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.models import (
    Application,
    ApplicationState,
    Assessment,
    Contact,
    Criterion,
    Fit,
    Invitation,
    Invited,
    Milestone,
    TopicProposal,
    TopicState,
    Training,
)
from aukio.apps.dialogues.rules import CORE_GROUP
from aukio.shared.accounts.models import Person


@dataclass(frozen=True)
class View:
    """How a proposal fits one criterion, by everyone who said so."""

    criterion: str
    fits: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Proposal:
    topic: TopicProposal
    people: int
    views: tuple[View, ...]


@dataclass(frozen=True)
class Replies:
    """An invitation with how many replied what."""

    invitation: Invitation
    sent: int
    yes: int
    no: int
    later: int
    silent: int


@dataclass(frozen=True)
class Overview:
    """The cockpit's figures."""

    proposals: int
    chosen: TopicProposal | None
    steps: int
    steps_done: int
    next_step: Milestone | None
    late: int
    contacts: int
    yes: int
    silent: int
    trainings: int
    applications: int


def proposals(round: Round) -> list[Proposal]:
    """Proposals with everybody's views; two queries."""
    topics = round.topic_proposals.select_related("organisation")
    views: dict[int, list[Assessment]] = {}
    for one in Assessment.objects.filter(proposal__round=round):
        views.setdefault(one.proposal_id, []).append(one)
    return [_proposal(topic, views.get(topic.pk, [])) for topic in topics]


def _proposal(topic: TopicProposal, given: list[Assessment]) -> Proposal:
    found = []
    for criterion in Criterion:
        own = [one for one in given if one.criterion == criterion]
        counted = Counter(one.fit for one in own)
        fits = tuple((str(fit.label), counted[fit]) for fit in Fit if counted[fit])
        reasons = tuple((str(one.get_fit_display()), one.why) for one in own)
        found.append(View(str(criterion.label), fits, reasons))
    return Proposal(topic, len({one.by_id for one in given}), tuple(found))


def decided(round: Round) -> list[TopicProposal]:
    """After the choice: the chosen topic first, then the others, with reasons."""
    found = TopicProposal.objects.filter(round=round).exclude(state=TopicState.PROPOSED)
    return sorted(found, key=lambda one: (one.state != TopicState.CHOSEN, one.pk))


def own_views(person: Any, proposal: TopicProposal) -> dict[str, Assessment]:
    rows = Assessment.objects.filter(proposal=proposal, by=person)
    return {one.criterion: one for one in rows}


def milestones(round: Round) -> QuerySet[Milestone]:
    return Milestone.objects.filter(round=round).select_related("responsible")


def core_people() -> QuerySet[Person]:
    """The core group."""
    return Person.objects.filter(
        memberships__room=CORE_GROUP.room, memberships__role=CORE_GROUP.code, is_active=True
    ).distinct()


def contacts(words: str = "", kind: str = "") -> QuerySet[Contact]:
    """Contacts who take letters, to search by name or organisation."""
    found = Contact.objects.filter(unsubscribed_at=None).select_related("area")
    if kind:
        found = found.filter(kind=kind)
    for word in words.split():
        found = found.filter(
            Q(organisation_name__icontains=word)
            | Q(name__icontains=word)
            | Q(area__name_fi__icontains=word)
        )
    return found.order_by("organisation_name", "name", "pk")


def invitations(round: Round) -> list[Replies]:
    """Letters of the round with their replies; one query."""
    rows = Invitation.objects.filter(round=round).annotate(
        sent=Count("invited"),
        yes=Count("invited", filter=Q(invited__reply="yes")),
        no=Count("invited", filter=Q(invited__reply="no")),
        later=Count("invited", filter=Q(invited__reply="later")),
    )
    return [
        Replies(one, one.sent, one.yes, one.no, one.later, one.sent - one.yes - one.no - one.later)
        for one in rows
    ]


def invited(invitation: Invitation) -> QuerySet[Invited]:
    return (
        Invited.objects.filter(invitation=invitation)
        .select_related("contact")
        .order_by("-replied_at", "contact__organisation_name", "pk")
    )


def trainings(round: Round | None = None) -> QuerySet[Training]:
    """Of a round and those for every round; without one, those still to come."""
    found = Training.objects.select_related("gathering").annotate(
        taken=Count("gathering__sign_ups", filter=Q(gathering__sign_ups__has_place=True)),
        waiting=Count("gathering__sign_ups", filter=Q(gathering__sign_ups__has_place=False)),
    )
    if round is None:
        return found.filter(gathering__day__gte=timezone.localdate())
    return found.filter(Q(round=round) | Q(round=None))


def overview(round: Round) -> Overview:
    """How far the round's preparation is; seven queries."""
    topics = list(TopicProposal.objects.filter(round=round))
    steps = list(Milestone.objects.filter(round=round))
    open_steps = [one for one in steps if one.done_at is None]
    today = timezone.localdate()
    replies = Counter(
        Invited.objects.filter(invitation__round=round).values_list("reply", flat=True)
    )
    return Overview(
        proposals=len(topics),
        chosen=next((one for one in topics if one.state == TopicState.CHOSEN), None),
        steps=len(steps),
        steps_done=len(steps) - len(open_steps),
        next_step=open_steps[0] if open_steps else None,
        late=sum(1 for one in open_steps if one.due < today),
        contacts=Contact.objects.filter(unsubscribed_at=None, is_sample=round.is_sample).count(),
        yes=replies["yes"],
        silent=replies[""] + replies["later"],
        trainings=Training.objects.filter(round=round).count(),
        applications=Application.objects.filter(state=ApplicationState.WAITING).count(),
    )


def criteria_words() -> list[str]:
    """What topics are looked at by."""
    return [str(one.label) for one in Criterion]
