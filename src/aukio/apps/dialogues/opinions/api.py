"""What opinion maps show, for machines: shares of five or more people, never a voter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from aukio.apps.dialogues.opinions.models import Conversation
from aukio.apps.dialogues.opinions.queries import results, texts
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page

router = Router(tags=["dialogues"])
api_prefix = "opinions"


class MapOut(Schema):
    """An opinion map whose results are shown."""

    id: int
    round: str
    question: dict[str, str]
    is_imported: bool

    @staticmethod
    def resolve_round(one: Conversation) -> str:
        return one.round.slug

    @staticmethod
    def resolve_question(one: Conversation) -> dict[str, str]:
        return texts(one, "question")


class GroupOut(Schema):
    """A group of five or more. ``stability``: share of resamples in which people stayed."""

    id: int
    size: int
    stability: float | None
    representative: list[int]


class SharesOut(Schema):
    """Per cent, to the nearest five."""

    agree: int
    disagree: int
    passed: int


class StatementOut(Schema):
    """``votes`` and shares are null where fewer than five voted; ``groups`` by group id."""

    id: int
    text: str
    language: str
    votes: int | None
    shares: SharesOut | None
    groups: list[SharesOut] | None
    common: str


class ResultsOut(Schema):
    """A description of votes, not of people. ``stability`` is an adjusted Rand index."""

    id: int
    voters: int
    mapped: int
    stability: float | None
    computed_at: datetime
    groups: list[GroupOut]
    statements: list[StatementOut]


@router.get("/maps", response=Page[MapOut], summary="List opinion maps")
@public
def maps(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Maps whose results are shown, newest first."""
    rows = Conversation.objects.filter(results_shown=True).select_related("round")
    return page(request, rows, paging, order=["-pk"])


@router.get("/maps/{conversation}", response=ResultsOut, summary="Read what the votes show")
@public
def one_map(request: HttpRequest, conversation: int) -> dict[str, Any]:
    """Groups and statements of a map whose results are shown."""
    held = Conversation.objects.get(pk=conversation, results_shown=True)
    found = results(held)
    if found is None:
        raise Conversation.DoesNotExist(str(conversation))
    return {
        "id": held.pk,
        **{name: getattr(found, name) for name in ("voters", "mapped", "stability", "groups")},
        "computed_at": found.computed_at,
        "statements": [
            {
                "id": one.number,
                "text": one.words.text,
                "language": one.words.language,
                "votes": one.votes,
                "shares": _shares(one.shares) if one.shares else None,
                "groups": [_shares(row["shares"]) for row in one.groups] if one.groups else None,
                "common": one.common,
            }
            for one in found.statements.values()
        ],
    }


def _shares(three: list[int]) -> dict[str, int]:
    return dict(zip(("agree", "disagree", "passed"), three, strict=True))
