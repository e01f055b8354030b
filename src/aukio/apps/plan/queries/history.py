"""Figures over time, as charts; which measures have none; and how the plan was amended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.actions.figures import is_hidden
from aukio.apps.plan.fields import amended_label
from aukio.apps.plan.models import Amendment, IndicatorDefinition, Measure, Plan, Snapshot
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
    is_checked: bool


def charts(measure: Measure) -> list[SafeString]:
    """A line for each counted figure with at least two periods. One query."""
    lines: dict[IndicatorDefinition, list[Snapshot]] = {}
    live = Snapshot.objects.filter(definition__measure=measure, definition__kind="live")
    for one in live.select_related("definition"):
        lines.setdefault(one.definition, []).append(one)
    return [draw(line(definition, kept)) for definition, kept in lines.items() if len(kept) > 1]


def line(definition: IndicatorDefinition, kept: list[Snapshot]) -> LineChart:
    """The kept figures month by month; hidden ones leave a gap."""
    shown = [(one.period, None if is_hidden(definition, one.value) else one.value) for one in kept]
    points = [Point(period, None if value is None else float(value)) for period, value in shown]
    known = [(period, value) for period, value in shown if value is not None]
    summary = _("No month has a figure that can be shown.")
    if len(known) == 1:
        summary = _("%(value)s in %(month)s.") % {
            "value": number(known[0][1]),
            "month": known[0][0],
        }
    elif known:
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


def told_snapshots(measure: Measure) -> QuerySet[Snapshot]:
    """Figures that people told with evidence, as they are kept."""
    mine = Snapshot.objects.filter(definition__measure=measure, definition__kind="manual")
    return mine.select_related("definition", "evidence")


def told(measure: Measure) -> list[Told]:
    """The same as readers see them. One query."""
    return [
        Told(
            label=one.definition.label,
            value="" if one.value is None else number(one.value),
            unit=one.definition.unit,
            period=one.period,
            evidence=one.evidence.title if one.evidence else "",
            is_checked=bool(one.evidence and one.evidence.is_checked),
        )
        for one in told_snapshots(measure)
    ]


@dataclass(frozen=True)
class Coverage:
    """Which measures a room counts something for: how many, of how many, and the rest."""

    live: int
    of: int
    without: PlanPage


def live_coverage() -> Coverage:
    """How far the plan measures itself, counted from what the rooms offer now."""
    counted = {one.measure for one in every()}
    page = plan_page()
    without = page.only(lambda row: row.number not in counted)
    return Coverage(len(page.measures) - len(without.measures), len(page.measures), without)


@dataclass(frozen=True)
class Change:
    """What one field of a measure said before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Amended:
    """An amendment as anyone may read it."""

    number: str
    title: str
    decided: date
    why: str
    language: str
    approved_by: str
    changes: tuple[Change, ...]


def amendments(plan: Plan) -> list[Amended]:
    """Every amendment of the plan, the newest first. One query."""
    rows = Amendment.objects.filter(measure__commitment__plan=plan).select_related("measure")
    return [
        Amended(
            number=one.measure.number,
            title=one.measure.title,
            decided=one.decided,
            why=one.why,
            language=one.language,
            approved_by=one.approved_by,
            changes=tuple(
                Change(str(amended_label(name)), before, after)
                for name, (before, after) in one.changes.items()
            ),
        )
        for one in rows.order_by("-decided", "-pk")
    ]
