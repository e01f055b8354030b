"""A measure with all that is known of it: seven queries at any size, and those of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aukio.apps.plan.lights import Light, light_of
from aukio.apps.plan.models import (
    Amendment,
    Evidence,
    Measure,
    Milestone,
    Review,
    StatusReport,
)
from aukio.apps.plan.queries.plan import find_measure
from aukio.shared.search.models import SearchEntry
from aukio.shared.terms.queries import labels


@dataclass(frozen=True)
class Event:
    """One thing on the measure's timeline."""

    day: date
    title: str
    text: str = ""
    language: str = ""
    by: str = ""
    light: Light | None = None
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceRow:
    """Evidence as anyone may see it. ``href`` is empty when its record is no longer public."""

    pk: int
    title: str
    language: str
    kind: str
    href: str
    is_file: bool
    checked: date | None
    checked_by: str


@dataclass(frozen=True)
class MeasurePage:
    measure: Measure
    reports: list[StatusReport]
    evidence: list[EvidenceRow]
    milestones: list[Milestone]
    timeline: list[Event]

    @property
    def last(self) -> StatusReport | None:
        return self.reports[-1] if self.reports else None

    @property
    def light(self) -> Light:
        return light_of(self.last.completion if self.last else None)

    @property
    def obstacles(self) -> list[str]:
        """What stands in the way now, in words."""
        return _obstacles(self.last) if self.last else []


def measure_page(number: str) -> MeasurePage:
    """Everything about the measure. Raises ``Http404`` for an unknown number."""
    measure = find_measure(number)
    found = StatusReport.objects.filter(measure=measure).select_related("approved_by", "period")
    reports = list(found.order_by("sequence"))
    milestones = list(Milestone.objects.filter(measure=measure))
    timeline = [
        *(_reported(one) for one in reports),
        *(_amended(one) for one in Amendment.objects.filter(measure=measure)),
        *(_reviewed(one) for one in Review.objects.filter(measure=measure)),
        *(Event(one.done, _("Milestone reached"), one.title) for one in milestones if one.done),
    ]
    timeline.sort(key=lambda event: event.day)
    timeline.reverse()  # the newest first, also of one day
    return MeasurePage(measure, reports, evidence_rows(measure), milestones, timeline)


def evidence_rows(measure: Measure) -> list[EvidenceRow]:
    """The measure's evidence, with addresses of files and of Aukio's own public records."""
    rows = list(Evidence.objects.filter(measure=measure).select_related("checked_by", "file"))
    urls = record_urls(rows)
    return [
        EvidenceRow(
            pk=one.pk,
            title=one.title,
            language=one.language,
            kind=_kind(one),
            href=one.address or urls.get((one.record_kind, one.record_id), ""),
            is_file=one.file is not None,
            checked=timezone.localdate(one.checked) if one.checked else None,
            checked_by=one.checked_by.name if one.checked_by else "",
        )
        for one in rows
    ]


def record_urls(rows: Iterable[Evidence]) -> dict[tuple[str, str], str]:
    """The pages of Aukio's own public records among the evidence, by kind and id."""
    records = {(one.record_kind, one.record_id) for one in rows if one.record_kind}
    if not records:
        return {}
    entries = SearchEntry.objects.filter(object_id__in=[pk for _kind, pk in records])
    return {(one.kind, one.object_id): one.url for one in entries}


def _kind(evidence: Evidence) -> str:
    if evidence.file:
        return _("File")
    return _("Record in Aukio") if evidence.record_kind else _("Link")


def _obstacles(report: StatusReport) -> list[str]:
    words = labels("obstacles", get_language())
    return [words.get(code, code) for code in report.obstacle_codes]


def _reported(report: StatusReport) -> Event:
    approver = report.approved_by.name if report.approved_by else ""
    return Event(
        day=timezone.localdate(report.at),
        title=_("Reported"),
        text=report.done,
        language=report.language,
        by=_("Approved by %(name)s") % {"name": approver} if approver else "",
        light=light_of(report.completion),
        obstacles=tuple(_obstacles(report)) if report.obstacles else (),
    )


def _amended(amendment: Amendment) -> Event:
    return Event(
        day=amendment.decided,
        title=_("Plan amended"),
        text=amendment.why,
        language=amendment.language,
        by=_("Decided by %(name)s") % {"name": amendment.approved_by},
    )


def _reviewed(review: Review) -> Event:
    return Event(
        day=timezone.localdate(review.at),
        title=review.get_kind_display(),
        text=review.text,
        language=review.language,
        by=", ".join(
            [review.reviewer, *(f"{name}: {code}" for name, code in review.codes.items())]
        ),
        light=light_of(review.completion) if review.completion else None,
    )
