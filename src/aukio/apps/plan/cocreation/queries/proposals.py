"""Published proposals with what has been made public of their responses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from aukio.apps.plan.cocreation.models import Call, Proposal, Response, State, Theme

NONE_YET = "none"  # the filter's word for proposals that still wait for a response


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for in the list; empty means everything."""

    words: str = ""
    theme: int | None = None
    decision: str = ""

    @property
    def is_on(self) -> bool:
        return bool(self.words or self.theme or self.decision)


@dataclass(frozen=True)
class Told:
    """A published proposal, its accepted theme, and its public responses, newest last."""

    proposal: Proposal
    theme: Theme | None
    responses: tuple[Response, ...] = field(default=())

    @property
    def response(self) -> Response | None:
        """The one that holds."""
        return self.responses[-1] if self.responses else None


def public_proposals() -> QuerySet[Proposal]:
    """What anyone may read: published, of a call that is shown."""
    return Proposal.objects.filter(state=State.PUBLISHED, call__shown=True)


def public_responses() -> QuerySet[Response]:
    """Responses anyone may read: only once the call's outcome is published."""
    return Response.objects.filter(
        proposal__state=State.PUBLISHED,
        proposal__call__shown=True,
        proposal__call__outcome_published__isnull=False,
    )


def with_parts(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """The rows with what the pages tell of them, in a steady number of queries."""
    seen = public_responses().select_related("measure__commitment__plan").order_by("sequence")
    return rows.select_related("call", "organisation", "placement__theme").prefetch_related(
        Prefetch("responses", queryset=seen, to_attr="seen_responses")
    )


def told(proposal: Proposal) -> Told:
    """The proposal as it is told, from a row of ``with_parts``."""
    placement = getattr(proposal, "placement", None)
    theme = placement.theme if placement and placement.theme.accepted else None
    seen: Iterable[Response] = proposal.seen_responses  # type: ignore[attr-defined]
    return Told(proposal, theme, tuple(seen))


def find(call: Call, wanted: Wanted) -> QuerySet[Proposal]:
    """The call's published proposals that fit, by number."""
    newest = public_responses().filter(proposal=OuterRef("pk")).order_by("-sequence")
    rows = public_proposals().filter(call=call)
    rows = rows.annotate(decision=Subquery(newest.values("decision")[:1]))
    for word in wanted.words.split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(problem__icontains=word)
            | Q(change__icontains=word)
            | Q(carrier__icontains=word)
        )
    if wanted.theme:
        rows = rows.filter(placement__theme=wanted.theme, placement__theme__accepted=True)
    if wanted.decision == NONE_YET:
        rows = rows.filter(decision=None)
    elif wanted.decision:
        rows = rows.filter(decision=wanted.decision)
    return with_parts(rows.order_by("number"))


def all_told(call: Call) -> list[Told]:
    """Every published proposal of the call, by number; a steady number of queries."""
    rows = public_proposals().filter(call=call).order_by("number")
    return [told(one) for one in with_parts(rows)]


def find_proposal(call: Call, number: int) -> Told:
    """A published proposal by its number. Raises ``Http404``."""
    rows = with_parts(public_proposals().filter(call=call))
    return told(get_object_or_404(rows, number=number))


def themes(call: Call) -> QuerySet[Theme]:
    """Themes that people have accepted."""
    return call.themes.filter(accepted=True, merged_into=None).order_by("order", "pk")
