"""What the plan's figures mean, and one figure with everything behind it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils.safestring import SafeString

from aukio.apps.plan.actions.figures import query_hash
from aukio.apps.plan.models import IndicatorDefinition, Measure, Snapshot
from aukio.apps.plan.queries.figures import LiveFigure, count
from aukio.apps.plan.queries.history import line
from aukio.apps.plan.queries.plan import find_measure
from aukio.shared.indicators import display, registry
from aukio.shared.indicators.registry import Indicator
from aukio.ui.charts import draw

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DefinitionRow:
    """A figure in the list. ``pk`` is none while no snapshot of it has been kept."""

    pk: int | None
    measure: str
    code: str
    label: str
    is_live: bool
    is_offered: bool
    version: int
    unit: str
    direction: str
    source: str
    owner: str
    baseline: str
    target: str


def definitions() -> list[DefinitionRow]:
    """Every version of every figure of the current plan's measures: two queries."""
    measures = {
        one.number: one.commitment.plan.lead or ""
        for one in Measure.objects.filter(commitment__plan__is_current=True).select_related(
            "commitment__plan"
        )
    }
    kept = IndicatorDefinition.objects.filter(measure__commitment__plan__is_current=True)
    rows = [_kept(one) for one in kept.select_related("measure")]
    known = {(row.measure, row.code, row.version) for row in rows}
    offered = [one for one in registry.every() if one.measure in measures]
    rows += [_offered(one) for one in offered if (one.measure, one.code, one.version) not in known]
    place = {number: position for position, number in enumerate(measures)}
    return sorted(rows, key=lambda row: (place[row.measure], row.code, row.version))


def _kept(one: IndicatorDefinition) -> DefinitionRow:
    live = one.kind == IndicatorDefinition.Kind.LIVE
    offered = _registered(one.code) if live else None
    return DefinitionRow(
        pk=one.pk,
        measure=one.measure.number,
        code=one.code,
        label=one.label,
        is_live=live,
        is_offered=bool(offered and offered.version == one.version),
        version=one.version,
        unit=display.unit(offered) if offered else one.unit,
        direction=one.direction,
        source=one.source,
        owner=one.owner,
        baseline=one.baseline,
        target=one.target,
    )


def _offered(one: Indicator) -> DefinitionRow:
    return DefinitionRow(
        pk=None,
        measure=one.measure,
        code=one.code,
        label=str(one.label),
        is_live=True,
        is_offered=True,
        version=one.version,
        unit=display.unit(one),
        direction=one.direction,
        source=one.code.split(".")[0],
        owner="",
        baseline="",
        target="",
    )


def _registered(code: str) -> Indicator | None:
    try:
        return registry.get(code)
    except registry.UnknownIndicator:
        return None


@dataclass(frozen=True)
class FigurePage:
    """A live figure: its value now, its definition, its past and the records behind it."""

    measure: Measure
    indicator: Indicator
    figure: LiveFigure
    definition: IndicatorDefinition | None
    query_hash: str
    taken: datetime | None
    chart: SafeString | None
    groups: display.Groups | None


def figure_page(code: str) -> FigurePage:
    """The figure with this code. Raises ``Http404`` when no room offers it to the plan."""
    one = _registered(code)
    if one is None:
        raise Http404
    measure = find_measure(one.measure)
    mine = {"measure": measure, "code": code, "version": one.version}
    definition = IndicatorDefinition.objects.filter(**mine).first()
    kept = list(Snapshot.objects.filter(definition=definition)) if definition else []
    return FigurePage(
        measure=measure,
        indicator=one,
        figure=count(one),
        definition=definition,
        query_hash=query_hash(one),
        taken=kept[-1].taken if kept else None,
        chart=draw(line(definition, kept)) if definition and kept else None,
        groups=_groups(one),
    )


def _groups(one: Indicator) -> display.Groups | None:
    """The records behind the figure. A room's fault never takes the plan's page down."""
    if one.records is None:
        return None
    try:
        return display.groups(one, one.records())
    except Exception:
        log.exception("The records of %s could not be read", one.code)
        return None
