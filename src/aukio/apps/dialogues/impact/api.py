"""Questions, answers and briefs for machines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from aukio.apps.dialogues.impact.models import Edition, Question
from aukio.apps.dialogues.impact.queries.ledger import share_of
from aukio.apps.dialogues.impact.told import question_tree
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page

router = Router(tags=["impact"])
api_prefix = "dialogues/impact"
Texts = dict[str, str]


class EntryOut(Schema):
    """Something the owner said. ``corrected_by`` is the sequence of the entry in its place."""

    sequence: int
    kind: str
    at: datetime
    language: str
    heard: str
    will_do: str
    why_not: str
    progress: str
    text: str
    address: str
    corrects: int | None
    corrected_by: int | None
    reason: str


class ChangeOut(Schema):
    """The last day was moved from ``before`` to ``after``, or the question was withdrawn."""

    kind: str
    at: datetime
    language: str
    reason: str
    before: date | None
    after: date | None


class QuestionOut(Schema):
    """A theme put to an owner; ``state`` is answered, waiting, late or withdrawn."""

    id: int
    round: str
    is_sample: bool
    theme: int
    theme_title: Texts
    owner: Texts
    owner_kind: str
    role: str
    question: Texts
    asked_at: datetime
    due: date
    answered_at: datetime | None
    withdrawn_at: datetime | None
    state: str
    days_late: int
    progress: str
    changes: list[ChangeOut]
    entries: list[EntryOut]


class ShareOut(Schema):
    """How answers came; ``share`` is in_time of counted, null while no question counts.

    Counted are questions answered, or unanswered 90 days after they were asked; a question
    withdrawn before that does not count.
    """

    asked: int
    counted: int
    in_time: int
    later: int
    waiting: int
    unanswered: int
    withdrawn: int
    share: float | None


class BriefOut(Schema):
    """A published brief: ``content`` as it was frozen."""

    round: str
    version: int
    published_at: datetime
    reason: str
    sha256: str
    content: dict[str, Any]

    @staticmethod
    def resolve_round(edition: Edition) -> str:
        return str(edition.content["round"]["slug"])


@router.get("/questions", response=Page[QuestionOut], summary="List questions to owners")
@public
def questions(
    request: HttpRequest, paging: Query[Paging], round: str | None = None
) -> dict[str, Any]:
    """Of every round or of one, with all that the owners have told."""
    rows = Question.objects.select_related("round", "owner").prefetch_related("entries", "changes")
    if round is not None:
        rows = rows.filter(round__slug=round)
    found = page(request, rows, paging, order=["pk"])
    return {**found, "items": [question_tree(one) for one in found["items"]]}


@router.get("/share", response=ShareOut, summary="Share answered within 90 days")
@public
def share(request: HttpRequest, round: str | None = None) -> dict[str, Any]:
    """Over all rounds, or of one."""
    rows = Question.objects.all()
    if round is not None:
        rows = rows.filter(round__slug=round)
    found = share_of(list(rows))
    return {**vars(found), "share": found.share}


@router.get("/briefs", response=Page[BriefOut], summary="List published briefs")
@public
def briefs(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Every version of every brief."""
    return page(request, Edition.objects.all(), paging, order=["pk"])
