"""The self-assessment as one tree, from which every form of the report is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from aukio.apps.plan.lights import light_of
from aukio.apps.plan.models import Commitment, Evidence, Measure, Milestone, Review, StatusReport
from aukio.apps.plan.queries.measure import record_urls
from aukio.apps.plan.queries.plan import current_plan, plan_page
from aukio.shared.i18n.times import long_date
from aukio.shared.terms.queries import labels


@dataclass(frozen=True)
class EvidenceTold:
    title: str
    language: str
    address: str
    checked: bool


@dataclass(frozen=True)
class Said:
    """People's own words, with their language and who said them."""

    text: str
    language: str
    by: str = ""


@dataclass(frozen=True)
class MeasureTold:
    """A measure in the fields of the Partnership's self-assessment."""

    number: str
    title: str
    text: str
    lead: str
    supporters: str
    start: str
    end: str
    completion: str
    completion_words: str
    results: Said | None
    next_steps: Said | None
    obstacles: list[str]
    approved_by: str
    evidence: list[EvidenceTold]
    milestones: list[tuple[str, str, str]]
    reviews: list[Said]


@dataclass(frozen=True)
class CommitmentTold:
    number: str
    title: str
    measures: list[MeasureTold]


@dataclass(frozen=True)
class Assessment:
    """The whole report. ``stand`` says how many measures show each completion."""

    plan: str
    title: str
    lead: str
    language: str
    day: str
    own_translation: bool
    stand: list[tuple[str, int]]
    commitments: list[CommitmentTold]

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def assessment() -> Assessment:
    """The current plan's self-assessment in the reader's language: a dozen queries at any size."""
    plan = current_plan()
    gathered = _Gathered(plan.pk)
    language = (get_language() or "fi")[:2]
    commitments = Commitment.objects.filter(plan=plan)
    return Assessment(
        plan=plan.code,
        title=plan.title,
        lead=plan.lead or "",
        language=language,
        day=long_date(timezone.localdate()),
        own_translation=plan.translation.get(language) == "aukio",
        stand=[(str(light.words), count) for light, count in plan_page().counts],
        commitments=[
            CommitmentTold(one.number, one.title, gathered.measures_of(one.pk))
            for one in commitments
        ],
    )


class _Gathered:
    """Everything under the measures, read kind by kind."""

    def __init__(self, plan: int) -> None:
        mine = {"measure__commitment__plan_id": plan}
        self.measures = list(Measure.objects.filter(commitment__plan_id=plan))
        reports = StatusReport.objects.filter(**mine).select_related("approved_by")
        self.last = {one.measure_id: one for one in reports.order_by("sequence")}
        evidence = list(Evidence.objects.filter(**mine))
        self.evidence = _by_measure(evidence)
        self.records = record_urls(evidence)
        self.milestones = _by_measure(Milestone.objects.filter(**mine))
        self.reviews = _by_measure(Review.objects.filter(**mine))
        self.obstacles = labels("obstacles", get_language())

    def measures_of(self, commitment: int) -> list[MeasureTold]:
        return [self.tell(one) for one in self.measures if one.commitment_id == commitment]

    def tell(self, measure: Measure) -> MeasureTold:
        last = self.last.get(measure.pk)
        light = light_of(last.completion if last else None)
        return MeasureTold(
            number=measure.number,
            title=measure.title,
            text=measure.text or "",
            lead=measure.lead or "",
            supporters=measure.supporters,
            start=measure.start,
            end=measure.end,
            completion=light.code,
            completion_words=str(light.words),
            results=Said(last.done, last.language) if last else None,
            next_steps=Said(last.coming, last.language) if last and last.coming else None,
            obstacles=[self.obstacles.get(c, c) for c in last.obstacle_codes] if last else [],
            approved_by=last.approved_by.name if last and last.approved_by else "",
            evidence=[
                _evidence(one, measure, self.records) for one in self.evidence.get(measure.pk, [])
            ],
            milestones=[
                (one.title, one.due, long_date(one.done) if one.done else "")
                for one in self.milestones.get(measure.pk, [])
            ],
            reviews=[
                Said(one.text, one.language, one.reviewer)
                for one in self.reviews.get(measure.pk, [])
            ],
        )


def _evidence(one: Evidence, measure: Measure, records: dict[tuple[str, str], str]) -> EvidenceTold:
    """With a whole address, also of a file and of a page of Aukio: the report travels."""
    address = one.address
    if one.file_id:
        address = settings.PUBLIC_URL + reverse("plan:evidence-file", args=[measure.number, one.pk])
    elif one.record_kind:
        path = records.get((one.record_kind, one.record_id), "")
        address = settings.PUBLIC_URL + path if path else ""
    return EvidenceTold(one.title, one.language, address, one.is_checked)


def _by_measure(rows: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.measure_id, []).append(row)
    return found
