"""Live figures for machines."""

from __future__ import annotations

from typing import Literal

from django.http import Http404, HttpRequest
from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import Field

from aukio.shared.api.access import public
from aukio.shared.indicators import display, registry
from aukio.shared.indicators.registry import Indicator

router = Router(tags=["indicators"])
api_prefix = "indicators"
LANGUAGES = ("fi", "sv", "en")


class Labels(Schema):
    """Words in the three languages."""

    fi: str
    sv: str
    en: str


class IndicatorOut(Schema):
    """What a figure means."""

    code: str
    measure: str
    label: Labels
    unit: Labels
    direction: Literal["up", "down", "none"]
    version: int


class FigureOut(IndicatorOut):
    """What it is now. Counts of fewer than five people are suppressed: the value is null."""

    value: float | None
    rows: int | None
    suppressed: bool
    note: str


class GroupOut(Schema):
    """Some of the records behind a figure; ``count`` is null when it is suppressed."""

    label: str
    count: int | None
    href: str


class GroupsOut(Schema):
    """The records behind a figure, grouped. Words are in the language of the request."""

    by: str
    groups: list[GroupOut]
    total: int | None
    note: str


class Asked(Schema):
    """Which indicators."""

    measure: str = Field("", max_length=20, description="Number of a measure, such as 1.1.1.")


@router.get("", response=list[IndicatorOut], summary="List indicators")
@public
def indicators(request: HttpRequest, asked: Query[Asked]) -> list[IndicatorOut]:
    """The indicators of the plan's measures, by measure and code."""
    found = registry.for_measure(asked.measure) if asked.measure else registry.every()
    return [IndicatorOut.model_validate(_definition(one)) for one in found]


@router.get("/{code}", response=FigureOut, summary="Show a figure")
@public
def figure(request: HttpRequest, code: str) -> FigureOut:
    """The figure, counted now."""
    try:
        one = registry.get(code)
    except registry.UnknownIndicator as error:
        raise Http404 from error
    found = registry.compute(code)
    shown = display.show(one, found)
    return FigureOut.model_validate(
        {
            **_definition(one),
            "value": None if shown.value is None else float(shown.value),
            "rows": None if shown.suppressed else found.rows,
            "suppressed": shown.suppressed,
            "note": found.note,
        }
    )


@router.get("/{code}/records", response=GroupsOut, summary="Show the records behind a figure")
@public
def records(request: HttpRequest, code: str) -> GroupsOut:
    """The records the figure is counted from, grouped; 404 when the figure has no groups."""
    try:
        one = registry.get(code)
    except registry.UnknownIndicator as error:
        raise Http404 from error
    if one.records is None:
        raise Http404
    found = display.groups(one, one.records())
    rows = [GroupOut(label=row.label, count=row.count, href=row.href) for row in found.rows]
    return GroupsOut(by=found.by, groups=rows, total=found.total, note=found.note)


def _definition(one: Indicator) -> dict[str, object]:
    labels, units = {}, {}
    for language in LANGUAGES:
        with translation.override(language):
            labels[language], units[language] = str(one.label), display.unit(one)
    return {
        "code": one.code,
        "measure": one.measure,
        "label": labels,
        "unit": units,
        "direction": one.direction,
        "version": one.version,
    }
