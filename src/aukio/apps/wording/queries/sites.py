"""Readings of sites: an organisation's own, and one beside the reading before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from aukio.apps.wording.asking import goal_of
from aukio.apps.wording.models import SiteReading
from aukio.apps.wording.rule_names import name_of
from aukio.apps.wording.site_reasons import name_of as reason_of
from aukio.shared.organisations.models import Organisation

MOST_SKIPPED = 50


@dataclass(frozen=True, slots=True)
class Place:
    """One finding on a page: the rule's name, the words, what it says."""

    rule: str
    words: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page; ``change`` in points since the reading before, None when it was not there.

    ``is_cut``: the page is so long that only its beginning was checked.
    """

    address: str
    title: str
    language: str
    score: float
    words: int
    count: int
    is_below: bool
    change: float | None
    is_cut: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A whole report. ``stopped``: reading ended before every page was read."""

    score: float
    goal: float
    below: int
    pages: tuple[SitePage, ...]
    skipped: tuple[tuple[str, str], ...]
    more_skipped: int
    stopped: bool
    change: float | None


def readings_of(organisations: list[Organisation]) -> QuerySet[SiteReading]:
    """The latest first, without the long reports."""
    rows = SiteReading.objects.filter(organisation__in=organisations)
    return rows.select_related("job", "organisation").defer("report", "sarif", "table")


def result_of(reading: SiteReading) -> SiteResult | None:
    """The report of a reading that is done; None before that."""
    if reading.score is None:
        return None
    earlier = _before(reading)
    scores = _scores(earlier.report) if earlier else {}
    goal, site = goal_of(reading.profile), reading.report["site"]
    skipped = [(one["path"], reason_of(one["reason"])) for one in reading.report["skipped"]]
    return SiteResult(
        score=reading.score,
        goal=goal,
        below=site["below"],
        pages=tuple(_page(one, goal, scores) for one in reading.report["documents"]),
        skipped=tuple(skipped[:MOST_SKIPPED]),
        more_skipped=max(0, len(skipped) - MOST_SKIPPED),
        stopped=bool(site["stopped"]),
        change=_change(reading.score, earlier.score if earlier else None),
    )


def _before(reading: SiteReading) -> SiteReading | None:
    """The reading of the same site by the same measure before this one, while it is kept."""
    return (
        SiteReading.objects.filter(
            organisation=reading.organisation_id,
            address=reading.address,
            profile=reading.profile,
            begun__lt=reading.begun,
            score__isnull=False,
        )
        .order_by("-begun")
        .first()
    )


def _scores(report: dict[str, Any]) -> dict[str, float]:
    return {one["path"]: one["score"] for one in report.get("documents", [])}


def _page(one: dict[str, Any], goal: float, before: dict[str, float]) -> SitePage:
    return SitePage(
        address=one["path"],
        title=one["title"] or one["path"],
        language=one["language"],
        score=one["score"],
        words=one["words"],
        count=len(one["findings"]),
        is_below=one["score"] < goal,
        change=_change(one["score"], before.get(one["path"])),
        is_cut=one.get("is_cut", False),  # readings made before pages were cut do not say it
        places=tuple(
            Place(name_of(at["rule"]), at["words"], at["message"], at["suggestion"] or "")
            for at in one["worst"]
        ),
    )


def _change(now: float, before: float | None) -> float | None:
    return None if before is None else round(now - before, 1)
