"""Calls, proposals and responses for machines: what anyone may read, and nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from aukio.apps.plan.cocreation.exports.rows import proposal_row, response_row
from aukio.apps.plan.cocreation.models import Call, Question
from aukio.apps.plan.cocreation.queries.calls import shown_calls
from aukio.apps.plan.cocreation.queries.proposals import (
    find_proposal,
    public_proposals,
    public_responses,
    told,
    with_parts,
)
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page

router = Router(tags=["cocreation"])
api_prefix = "cocreation"
Texts = dict[str, str]


class CallOut(Schema):
    """A call. ``outcome_published`` is null while the responses are not public."""

    slug: str
    title: Texts
    guidance: Texts
    opens: date
    closes: date
    phase: str
    questions: list[str]
    languages: list[str]
    is_sample: bool
    outcome_published: datetime | None

    @staticmethod
    def resolve_title(call: Call) -> Texts:
        return _texts(call, "title")

    @staticmethod
    def resolve_guidance(call: Call) -> Texts:
        return _texts(call, "guidance")

    @staticmethod
    def resolve_questions(call: Call) -> list[str]:
        return [one.value for one in Question if call.asks(one)]

    @staticmethod
    def resolve_phase(call: Call) -> str:
        return call.phase.value


class ResponseOut(Schema):
    """A reasoned response; the one with the highest ``sequence`` holds."""

    sequence: int
    decision: str
    reason: str
    language: str
    responder: str
    measure: str
    led_to: str
    passed_to: str
    correction: str
    at: str


class ProposalOut(Schema):
    """A published proposal in its writer's words, with its public responses."""

    number: int
    title: str
    problem: str
    change: str
    carrier: str
    language: str
    proposer: str
    by_organisation: bool
    sent: date
    theme: str
    responses: list[ResponseOut]


class AnsweredOut(ResponseOut):
    """A response with the number of its proposal."""

    proposal: int


@router.get("/calls", response=Page[CallOut], summary="List calls for proposals")
@public
def calls(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """The calls that are public, the newest first."""
    return page(request, shown_calls().order_by(), paging, order=["-opens", "-pk"])


@router.get("/calls/{slug}", response=CallOut, summary="Read a call")
@public
def call(request: HttpRequest, slug: str) -> Call:
    """One call."""
    return _find(slug)


@router.get(
    "/calls/{slug}/proposals", response=Page[ProposalOut], summary="List proposals of a call"
)
@public
def proposals(request: HttpRequest, slug: str, paging: Query[Paging]) -> dict[str, Any]:
    """Published proposals by number."""
    rows = with_parts(public_proposals().filter(call=_find(slug)).order_by())
    found = page(request, rows, paging, order=["number"])
    return {**found, "items": [proposal_row(told(one)) for one in found["items"]]}


@router.get("/calls/{slug}/proposals/{int:number}", response=ProposalOut, summary="Read a proposal")
@public
def proposal(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    """One published proposal."""
    return proposal_row(find_proposal(_find(slug), number))


@router.get(
    "/calls/{slug}/responses", response=Page[AnsweredOut], summary="List responses of a call"
)
@public
def responses(request: HttpRequest, slug: str, paging: Query[Paging]) -> dict[str, Any]:
    """Public responses with their corrections; none before the outcome is published."""
    rows = public_responses().filter(proposal__call=_find(slug)).order_by()
    rows = rows.select_related("measure", "proposal")
    found = page(
        request,
        rows.select_related("proposal").order_by(),
        paging,
        order=["proposal__number", "sequence"],
    )
    items = [{**response_row(one), "proposal": one.proposal.number} for one in found["items"]]
    return {**found, "items": items}


def _find(slug: str) -> Call:
    return get_object_or_404(shown_calls(), slug=slug)


def _texts(item: Any, name: str) -> Texts:
    found = {language: getattr(item, f"{name}_{language}") for language in ("fi", "sv", "en")}
    return {language: text for language, text in found.items() if text}
