"""Checking texts, and every rule with its words, for machines."""

from __future__ import annotations

import uuid
from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from ninja import Router, Schema, Status
from ninja.errors import HttpError
from pydantic import Field

from aukio.apps.wording import asking
from aukio.apps.wording.actions import texts as actions
from aukio.apps.wording.asking import Asked, goal_of
from aukio.apps.wording.bounds import DEEP, MOST_SIGNS, QUICK, TooOften, take
from aukio.apps.wording.queries import texts
from aukio.apps.wording.queries.trend import shown_organisations
from aukio.apps.wording.texts import Given, language_of, pasted, read
from aukio.engines.clarity import LANGUAGES, Report, rules
from aukio.shared.accounts.limits import Limit
from aukio.shared.api.access import public
from aukio.shared.jobs.models import Status as JobStatus

router = Router(tags=["wording"])
api_prefix = "wording"
Texts = dict[str, str]
ENDINGS = {"text": ".txt", "markdown": ".md", "html": ".html"}


class CheckIn(Schema):
    """A text to check. ``deep`` adds the rules of grammar, which take a while."""

    text: str = Field(min_length=1, max_length=MOST_SIGNS)
    language: Literal["auto", "fi", "sv", "en"] = "auto"
    profile: Literal["easy", "official", "web"] = "official"
    goal: float | None = Field(None, ge=0, le=100)
    format: Literal["text", "markdown", "html"] = "text"
    deep: bool = False


class FindingOut(Schema):
    """Something to look at, at code points ``start`` to ``end`` of the text."""

    rule: str
    level: str
    start: int
    end: int
    message: str
    why: str
    sources: list[str]
    suggestion: str | None


class CheckOut(Schema):
    """What was found. ``status`` is ``done``, or ``waiting`` while grammar is looked at.

    ``poll`` is the address to ask again; null when there is nothing to wait for.
    """

    status: Literal["done", "waiting", "failed"]
    language: str
    profile: str
    score: float
    goal: float
    reached: bool
    lix: float
    findings: list[FindingOut]
    poll: str | None = None


class RuleOut(Schema):
    """A rule with all its words by language; ``levels`` by profile."""

    id: str
    levels: Texts
    message: Texts
    why: Texts
    sources: list[Texts]
    bad: Texts
    good: Texts


class QuarterOut(Schema):
    """Texts last checked in one quarter; ``mean_score`` is null for fewer than five."""

    organisation: Texts
    is_sample: bool
    quarter: str
    profile: str
    texts: int
    mean_score: float | None


@router.post("/check", response=CheckOut, summary="Check a text")
@public
def check(request: HttpRequest, wanted: CheckIn) -> dict[str, Any]:
    """Surface rules at once. Nothing is stored, unless ``deep``: then until you delete it, and for
    ten minutes at most.
    """
    _take(request, DEEP if wanted.deep else QUICK)
    given = pasted(wanted.text, ENDINGS[wanted.format])
    asked = _asked(given, wanted)
    if not wanted.deep:
        return _out(asking.surface(read(given), asked), asked, "done")
    row, token = actions.begin(by=request.user, given=given, asked=asked)
    poll = reverse("api:wording-checked", args=[token])
    report = texts.own(token)
    assert report is not None, row
    return {**_out(report.report, asked, "waiting"), "poll": poll}


@router.get("/checks/{token}", response=CheckOut, summary="Read a deep check")
@public
def checked(request: HttpRequest, response: HttpResponse, token: str) -> dict[str, Any]:
    """The findings so far; all of them when ``status`` is ``done``."""
    response["Cache-Control"] = "no-store"
    _take(request, QUICK)
    text = texts.own(token)
    if text is None:
        raise Http404
    job = text.row.job
    if text.row.is_deep:
        return _out(text.report, text.asked, "done")
    if job is not None and job.status == JobStatus.FAILED:
        return _out(text.report, text.asked, "failed")
    return {**_out(text.report, text.asked, "waiting"), "poll": request.path}


@router.delete("/checks/{token}", response={204: None}, summary="Delete a deep check")
@public
def forget(request: HttpRequest, token: str) -> Status[None]:
    """Delete the text and its findings at once, as soon as you have read them."""
    _take(request, QUICK)
    row = texts.own_row(token)
    if row is None:
        raise Http404
    actions.delete(by=request.user, row=row)
    return Status(204, None)


@router.get("/rules", response=list[RuleOut], summary="List the rules")
@public
def list_rules(request: HttpRequest) -> list[dict[str, Any]]:
    """Every rule, with reasons, sources and examples in three languages."""
    return [
        {
            "id": rule.id,
            "levels": {str(profile): str(level) for profile, level in rule.levels.items()},
            "message": dict(rule.message),
            "why": dict(rule.why),
            "sources": [dict(source) for source in rule.sources],
            "bad": dict(rule.bad),
            "good": dict(rule.good),
        }
        for rule in rules().values()
    ]


@router.get("/how-clear", response=list[QuarterOut], summary="How clear is our language")
@public
def how_clear(request: HttpRequest) -> list[dict[str, Any]]:
    """Scores of organisations that show theirs, by quarter and profile."""
    return [
        {
            "organisation": {
                code: getattr(one.organisation, f"name_{code}") or one.organisation.name
                for code in LANGUAGES
            },
            "is_sample": one.organisation.is_sample,
            "quarter": quarter.label,
            "profile": quarter.profile,
            "texts": quarter.texts,
            "mean_score": quarter.mean,
        }
        for one in shown_organisations()
        for quarter in one.quarters
    ]


def _take(request: HttpRequest, limit: Limit) -> None:
    try:
        take(limit, request)
    except TooOften as fault:
        raise HttpError(429, str(fault)) from fault


def _asked(given: Given, wanted: CheckIn) -> Asked:
    here = get_language() or "fi"
    language = wanted.language
    return Asked(
        language=language_of(read(given).text, otherwise=here) if language == "auto" else language,
        profile=wanted.profile,
        goal=goal_of(wanted.profile) if wanted.goal is None else wanted.goal,
        say_in=here,
        ending=given.ending,
        series=str(uuid.uuid4()),
    )


def _out(report: Report, asked: Asked, status: str) -> dict[str, Any]:
    return {
        "status": status,
        "language": report.language,
        "profile": str(report.profile),
        "score": report.score,
        "goal": asked.goal,
        "reached": report.score >= asked.goal,
        "lix": report.figures.lix,
        "findings": [
            {
                "rule": one.rule,
                "level": str(one.level),
                "start": one.start,
                "end": one.end,
                "message": one.message,
                "why": one.why,
                "sources": list(one.sources),
                "suggestion": one.suggestion,
            }
            for one in report.findings
        ],
    }
