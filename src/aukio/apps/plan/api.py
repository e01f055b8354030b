"""The plan for machines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from aukio.apps.plan.models import (
    Amendment,
    Measure,
    Milestone,
    Review,
    Snapshot,
    StatusReport,
)
from aukio.apps.plan.queries.history import told_snapshots
from aukio.apps.plan.queries.measure import evidence_rows
from aukio.apps.plan.queries.plan import completion_of, find_measure, with_completion
from aukio.apps.plan.queries.voices import told_comments
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page

router = Router(tags=["plan"])
api_prefix = "plan"
LANGUAGES = ("fi", "sv", "en")
Texts = dict[str, str]


class MeasureOut(Schema):
    """A measure and how it stands; ``completion`` is null before the first report."""

    number: str
    commitment: str
    title: Texts
    text: Texts
    lead: Texts
    start: str
    end: str
    rooms: list[str]
    translation: dict[str, str]
    completion: str | None

    @staticmethod
    def resolve_commitment(measure: Measure) -> str:
        return measure.commitment.number

    @staticmethod
    def resolve_title(measure: Measure) -> Texts:
        return _texts(measure, "title")

    @staticmethod
    def resolve_text(measure: Measure) -> Texts:
        return _texts(measure, "text")

    @staticmethod
    def resolve_lead(measure: Measure) -> Texts:
        return _texts(measure, "lead")

    @staticmethod
    def resolve_completion(measure: Measure) -> str | None:
        return completion_of(measure)


class EvidenceOut(Schema):
    """What is given as evidence; ``checked`` tells whether somebody else has checked it."""

    title: str
    language: str
    address: str
    checked: bool


class ReportOut(Schema):
    """A status report as it was written."""

    sequence: int
    completion: str
    obstacles: list[str]
    done: str
    coming: str
    language: str
    at: datetime


class MilestoneOut(Schema):
    """A step; ``due`` is as written, ``due_date`` only when it names a day."""

    title: Texts
    due: str
    due_date: date | None
    done: date | None

    @staticmethod
    def resolve_title(milestone: Milestone) -> Texts:
        return _texts(milestone, "title")


class AmendmentOut(Schema):
    """A change in mid-term; ``changes`` holds before and after of each field."""

    revision: int
    changes: dict[str, list[str]]
    why: str
    language: str
    decided: date
    approved_by: str


class ReviewOut(Schema):
    """A review as it was written, with the reviewer's own codes."""

    kind: str
    reviewer: str
    completion: str
    codes: dict[str, str]
    text: str
    language: str
    at: datetime


class ToldOut(Schema):
    """A figure that people told, with the title of what shows it."""

    label: str
    unit: str
    period: str
    value: str
    evidence: str
    checked: bool


class ResponseOut(Schema):
    """What the team or the lead answered, and when."""

    text: str
    language: str
    at: datetime


class CommentOut(Schema):
    """A comment with its newest response; ``earlier`` ones are those it corrects, oldest first."""

    name: str
    text: str
    language: str
    at: datetime
    response: ResponseOut
    earlier: list[ResponseOut]


class WholeOut(Schema):
    """A measure with its reports, oldest first, and everything else that is public of it."""

    measure: MeasureOut
    reports: list[ReportOut]
    evidence: list[EvidenceOut]
    milestones: list[MilestoneOut]
    amendments: list[AmendmentOut]
    reviews: list[ReviewOut]
    told_figures: list[ToldOut]
    comments: list[CommentOut]


@router.get("/measures", response=Page[MeasureOut], summary="List measures")
@public
def measures(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """The measures of the current plan, in its order."""
    rows = with_completion(Measure.objects.filter(commitment__plan__is_current=True))
    rows = rows.select_related("commitment").order_by()
    return page(request, rows, paging, order=["number", "pk"])


@router.get("/measures/{number}", response=WholeOut, summary="Read a measure")
@public
def measure(request: HttpRequest, number: str) -> dict[str, Any]:
    """One measure of the current plan."""
    found = find_measure(number)
    reports = list(StatusReport.objects.filter(measure=found).order_by("sequence"))
    if reports:
        found.newest_completion = reports[-1].completion  # type: ignore[attr-defined]
    return {
        "measure": found,
        "reports": [
            {
                "sequence": one.sequence,
                "completion": one.completion,
                "obstacles": one.obstacle_codes,
                "done": one.done,
                "coming": one.coming,
                "language": one.language,
                "at": one.at,
            }
            for one in reports
        ],
        "evidence": [
            {
                "title": one.title,
                "language": one.language,
                "address": one.href,
                "checked": one.checked is not None,
            }
            for one in evidence_rows(found)
        ],
        "milestones": list(Milestone.objects.filter(measure=found)),
        "amendments": list(Amendment.objects.filter(measure=found)),
        "reviews": list(Review.objects.filter(measure=found)),
        "told_figures": [_told(one) for one in told_snapshots(found)],
        "comments": told_comments(found),
    }


def _told(one: Snapshot) -> dict[str, Any]:
    return {
        "label": one.definition.label,
        "unit": one.definition.unit,
        "period": one.period,
        "value": "" if one.value is None else f"{one.value.normalize():f}",
        "evidence": one.evidence.title if one.evidence else "",
        "checked": bool(one.evidence and one.evidence.is_checked),
    }


def _texts(item: Any, name: str) -> Texts:
    found = {language: getattr(item, f"{name}_{language}") for language in LANGUAGES}
    return {language: text for language, text in found.items() if text}
