"""Figures over time, as charts; and which measures have none."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.actions.figures import is_hidden
from aukio.apps.plan.models import IndicatorDefinition, Measure, Snapshot
from aukio.apps.plan.queries.plan import PlanPage, plan_page
from aukio.shared.i18n.figures import number
from aukio.shared.indicators.registry import every
from aukio.ui.charts import LineChart, Point, Series, draw


@dataclass(frozen=True)
class Told:
    """A figure people told: it looks different, and names its evidence."""

    label: str
    value: str
    unit: str
    period: str
    evidence: str


def charts(measure: Measure) -> list[SafeString]:
    """A line for each counted figure with at least two periods. One query."""
    lines: dict[IndicatorDefinition, list[Snapshot]] = {}
    live = Snapshot.objects.filter(definition__measure=measure, definition__kind="live")
    for one in live.select_related("definition"):
        lines.setdefault(one.definition, []).append(one)
    return [draw(_line(definition, kept)) for definition, kept in lines.items() if len(kept) > 1]


def _line(definition: IndicatorDefinition, kept: list[Snapshot]) -> LineChart:
    shown = [(one.period, None if is_hidden(definition, one.value) else one.value) for one in kept]
    points = [Point(period, None if value is None else float(value)) for period, value in shown]
    known = [(period, value) for period, value in shown if value is not None]
    summary = _("No month has a figure that can be shown.")
    if known:
        summary = _("%(first)s in %(from)s, %(last)s in %(to)s.") % {
            "first": number(known[0][1]),
            "from": known[0][0],
            "last": number(known[-1][1]),
            "to": known[-1][0],
        }
    return LineChart(
        title=definition.label,
        summary=summary,
        series=[Series(definition.label, points)],
        label_head=pgettext("table head", "Month"),
    )


def told(measure: Measure) -> list[Told]:
    """Figures that people told with evidence. One query."""
    rows = Snapshot.objects.filter(
        definition__measure=measure, definition__kind="manual"
    ).select_related("definition", "evidence")
    return [
        Told(
            label=one.definition.label,
            value="" if one.value is None else number(one.value),
            unit=one.definition.unit,
            period=one.period,
            evidence=one.evidence.title if one.evidence else "",
        )
        for one in rows
    ]


def without_live_figures() -> PlanPage:
    """The plan with only those measures for which no room counts anything."""
    counted = {one.measure for one in every()}
    page = plan_page()
    return page.only(lambda row: row.number not in counted)
