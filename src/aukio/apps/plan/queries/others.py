"""Plans besides the current one: earlier ones, and those of other countries."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.http import Http404

from aukio.apps.plan.models import Commitment, IndicatorDefinition, Measure, Plan


@dataclass(frozen=True)
class Measures:
    """A commitment with those of its measures that a page of the list shows."""

    commitment: Commitment
    measures: tuple[Measure, ...]


def plans(*, with_hidden: bool) -> QuerySet[Plan]:
    """The plans that are not the current one, each with how many measures it has."""
    found = Plan.objects.filter(is_current=False)
    if not with_hidden:
        found = found.filter(is_shown=True)
    return found.annotate(measure_count=Count("commitments__measures")).order_by("title", "code")


def plan_of(code: str, *, with_hidden: bool) -> Plan:
    """The plan with this code. Raises ``Http404`` when there is none to be read."""
    found = plans(with_hidden=with_hidden).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def measures_of(plan: Plan, words: str) -> QuerySet[Measure]:
    """The plan's measures, or those whose number, title or text has the words."""
    found = Measure.objects.filter(commitment__plan=plan).select_related("commitment")
    if words:
        found = (
            found.filter(title__icontains=words)
            | found.filter(text__icontains=words)
            | found.filter(number__icontains=words)
        )
    return found.order_by("commitment__position", "commitment_id", "position", "pk")


def by_commitment(measures: list[Measure]) -> list[Measures]:
    """Measures in their order, under their commitments."""
    groups: list[Measures] = []
    for one in measures:
        if not groups or groups[-1].commitment != one.commitment:
            groups.append(Measures(one.commitment, ()))
        groups[-1] = Measures(one.commitment, (*groups[-1].measures, one))
    return groups


def measure_of(plan: Plan, pk: int) -> tuple[Measure, list[IndicatorDefinition]]:
    """A measure of the plan with what it is measured by. Raises ``Http404``."""
    found = (
        Measure.objects.select_related("commitment__plan", "section")
        .filter(commitment__plan=plan, pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found, list(found.indicators.all())
