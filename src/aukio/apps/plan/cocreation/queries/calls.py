"""Calls as anyone sees them, and how many proposals each has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from aukio.apps.plan.cocreation.models import Call, Proposal, Response, State
from aukio.apps.plan.cocreation.rules import may


@dataclass(frozen=True)
class Counts:
    """Proposals by where they are. ``answered`` are those published that have a response."""

    sent: int
    published: int
    waiting: int
    refused: int
    withdrawn: int
    answered: int

    @property
    def without_response(self) -> int:
        return self.published - self.answered


def shown_calls() -> QuerySet[Call]:
    """Calls that anyone may see."""
    return Call.objects.filter(shown=True)


def open_calls() -> QuerySet[Call]:
    """Calls that take proposals today, the one that closes first before the others."""
    today = timezone.localdate()
    found = shown_calls().filter(opens__lte=today, closes__gte=today, outcome_published=None)
    return found.order_by("closes", "pk")


def calls_for(person: Any) -> QuerySet[Call]:
    """Calls this person may see: the team sees those being prepared too."""
    return Call.objects.all() if may("cocreation.manage_calls", person, None) else shown_calls()


def find_call(person: Any, slug: str) -> Call:
    """A call this person may see. Raises ``Http404``."""
    return get_object_or_404(calls_for(person), slug=slug)


def counts(call: Call) -> Counts:
    """How many proposals the call has, in one query."""
    answered = Exists(Response.objects.filter(proposal=OuterRef("pk")))
    rows = Proposal.objects.filter(call=call).annotate(answered=answered)
    told = rows.aggregate(
        sent=Count("pk"),
        **{state.value: Count("pk", filter=Q(state=state)) for state in State},
        done=Count("pk", filter=Q(state=State.PUBLISHED, answered=True)),
    )
    return Counts(
        told["sent"],
        told["published"],
        told["waiting"],
        told["refused"],
        told["withdrawn"],
        told["done"],
    )
