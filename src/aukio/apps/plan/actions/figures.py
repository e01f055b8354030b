"""Keeping the figures that the rooms count."""

from __future__ import annotations

import hashlib
import inspect
import logging
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from aukio.apps.plan.models import IndicatorDefinition, Measure, Snapshot
from aukio.shared.indicators import display
from aukio.shared.indicators.registry import Figure, Indicator, every

log = logging.getLogger(__name__)
LANGUAGES = ("fi", "sv", "en")
PLACES = Decimal("0.000001")


@dataclass
class Taken:
    """What a round of snapshots did. ``failed`` holds the codes that could not be counted."""

    period: str
    counted: int = 0
    new: int = 0
    failed: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """For machines."""
        return asdict(self)


def this_period() -> str:
    """The running month, as ``2026-11``."""
    return timezone.localdate().strftime("%Y-%m")


def take_snapshots() -> Taken:
    """Count every live figure of the current plan and keep it for the running month.

    Until the month is over its figure follows the records; then it stays. Each is counted
    and kept on its own, so one that fails takes no other with it. Safe to run twice at once.
    """
    taken = Taken(this_period())
    measures = {
        measure.number: measure
        for measure in Measure.objects.filter(commitment__plan__is_current=True)
    }
    for one in every():
        if one.measure not in measures:
            continue
        try:
            with transaction.atomic():
                taken.new += _take(one, measures[one.measure], taken.period)
            taken.counted += 1
        except Exception:
            log.exception("Indicator %s failed", one.code)
            taken.failed.append(one.code)
    return taken


def _take(one: Indicator, measure: Measure, period: str) -> bool:
    figure = one.function()
    _snapshot, is_new = Snapshot.objects.update_or_create(
        definition=define(one, measure),
        period=period,
        defaults={
            "value": exact(figure),
            "rows": figure.rows,
            "query_hash": query_hash(one),
            "taken": timezone.now(),
        },
    )
    return is_new


def exact(figure: Figure) -> Decimal | None:
    """The value as the database keeps it."""
    return None if figure.value is None else Decimal(str(figure.value)).quantize(PLACES)


def define(one: Indicator, measure: Measure) -> IndicatorDefinition:
    """The kept definition of a registered figure; a new version gets a row of its own."""
    definition, _is_new = IndicatorDefinition.objects.get_or_create(
        measure=measure,
        code=one.code,
        version=one.version,
        defaults={
            "kind": IndicatorDefinition.Kind.LIVE,
            "direction": one.direction,
            "source": one.code.split(".")[0],
            "period": "month",
            "counts_people": one.people,
            "unit": str(one.unit),
            **labels(one),
        },
    )
    return definition


def labels(one: Indicator) -> dict[str, str]:
    """The label in each language."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[f"label_{language}"] = str(one.label)
    return found


def query_hash(one: Indicator) -> str:
    """SHA-256 of how the figure is counted: its code, version and the function's source."""
    try:
        source = inspect.getsource(one.function)
    except (OSError, TypeError):
        source = one.function.__qualname__
    return hashlib.sha256(f"{one.code}\n{one.version}\n{source}".encode()).hexdigest()


def is_hidden(definition: IndicatorDefinition, value: Decimal | None) -> bool:
    """Whether so few people were counted that the figure is not shown."""
    few = value is not None and 0 < value < display.SMALLEST_SHOWN
    return definition.counts_people and few
