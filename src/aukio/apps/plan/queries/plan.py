"""The plan as its public pages show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404
from django.utils.translation import get_language

from aukio.apps.plan.lights import LIGHTS, Light, light_of
from aukio.apps.plan.models import Commitment, Measure, Plan, StatusReport, SubCommitment


@dataclass(frozen=True)
class MeasureRow:
    """A measure in a list."""

    number: str
    title: str
    light: Light


@dataclass(frozen=True)
class SectionRows:
    """A section of a commitment with its measures; no number when the plan has no sections."""

    number: str
    title: str
    text: str
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True)
class CommitmentRows:
    """A commitment with everything under it."""

    number: str
    title: str
    text: str
    sections: tuple[SectionRows, ...]

    @property
    def measures(self) -> list[MeasureRow]:
        """All measures of the commitment, in their order."""
        return [measure for section in self.sections for measure in section.measures]


@dataclass(frozen=True)
class PlanPage:
    """The whole plan, and how many measures show each light."""

    plan: Plan
    commitments: tuple[CommitmentRows, ...]

    @property
    def measures(self) -> list[MeasureRow]:
        """Every measure, in the order of the plan."""
        return [measure for commitment in self.commitments for measure in commitment.measures]

    def only(self, keep: Callable[[MeasureRow], bool]) -> PlanPage:
        """The same plan with those measures only; what becomes empty is left out."""
        commitments = []
        for commitment in self.commitments:
            sections = tuple(
                replace(section, measures=kept)
                for section in commitment.sections
                if (kept := tuple(row for row in section.measures if keep(row)))
            )
            if sections:
                commitments.append(replace(commitment, sections=sections))
        return PlanPage(self.plan, tuple(commitments))

    @property
    def counts(self) -> list[tuple[Light, int]]:
        """How many measures show each light; lights nobody shows are left out."""
        shown = [measure.light.code for measure in self.measures]
        return [(light, shown.count(code)) for code, light in LIGHTS.items() if code in shown]


def current_plan() -> Plan:
    """The plan the public pages show. Raises ``Http404`` when none has been loaded."""
    plan = Plan.objects.filter(is_current=True).first()
    if plan is None:
        raise Http404
    return plan


def plan_page() -> PlanPage:
    """The current plan with every measure's light: four queries at any size."""
    plan = current_plan()
    return PlanPage(plan, tuple(_rows(plan, QuerySet(Commitment).filter(plan=plan))))


def commitment_page(number: str) -> tuple[Plan, CommitmentRows]:
    """One commitment of the current plan. Raises ``Http404`` for an unknown number."""
    plan = current_plan()
    found = list(_rows(plan, QuerySet(Commitment).filter(plan=plan, number=number)))
    if not found:
        raise Http404
    return plan, found[0]


def find_measure(number: str) -> Measure:
    """The measure of the current plan. Raises ``Http404`` for an unknown number."""
    measure = (
        Measure.objects.select_related("commitment__plan", "section")
        .filter(commitment__plan__is_current=True, number=number)
        .first()
    )
    if measure is None:
        raise Http404
    return measure


def is_own_translation(plan: Plan) -> bool:
    """Whether the reader sees Aukio's own translation of the plan."""
    return str(plan.translation.get((get_language() or "fi")[:2], "")) == "aukio"


def _rows(plan: Plan, commitments: QuerySet[Commitment]) -> Iterable[CommitmentRows]:
    """Rows, not objects: a page may list a thousand measures."""
    measures: dict[tuple[int, int | None], list[MeasureRow]] = {}
    for commitment, section, row in _measure_rows(plan):
        measures.setdefault((commitment, section), []).append(row)
    sections: dict[int, list[SectionRows]] = {}
    of_plan: QuerySet[SubCommitment] = QuerySet(SubCommitment).filter(commitment__plan=plan)
    columns = ("pk", "commitment_id", "number", *_columns("title"), *_columns("text"))
    for pk, commitment, number, *words in of_plan.values_list(*columns):
        own = tuple(measures.get((commitment, pk), ()))
        rows = SectionRows(number, _first(words[:4]), _first(words[4:]), own)
        sections.setdefault(commitment, []).append(rows)
    columns = ("pk", "number", *_columns("title"), *_columns("text"))
    for pk, number, *words in commitments.values_list(*columns):
        loose = tuple(measures.get((pk, None), ()))
        first = [SectionRows("", "", "", loose)] if loose else []
        below = (*first, *sections.get(pk, []))
        yield CommitmentRows(number, _first(words[:4]), _first(words[4:]), below)


def _measure_rows(plan: Plan) -> Iterable[tuple[int, int | None, MeasureRow]]:
    # A plain query set: the columns are named outright, so nothing needs to be translated.
    found = with_completion(QuerySet(Measure).filter(commitment__plan=plan))
    columns = ("commitment_id", "section_id", "number", "newest_completion", *_columns("title"))
    for commitment, section, number, completion, *words in found.values_list(*columns):
        yield commitment, section, MeasureRow(number, _first(words), light_of(completion))


def _columns(name: str) -> list[str]:
    """The columns of a translated field: the reader's language first, then as settings say."""
    reader = (get_language() or "fi")[:2]
    order = (reader, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES)
    return [f"{name}_{language}" for language in order]


def _first(words: Iterable[str | None]) -> str:
    return next((text for text in words if text), "")


def with_completion(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Each measure with what was reported last, in the same query."""
    newest = StatusReport.objects.filter(measure=OuterRef("pk")).order_by("-sequence")
    return measures.annotate(newest_completion=Subquery(newest.values("completion")[:1]))


def completion_of(measure: Measure) -> str | None:
    """What was reported last, for a measure read by ``with_completion``."""
    found: str | None = getattr(measure, "newest_completion", None)
    return found
