"""Live figures of a measure, counted as the page is read."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from aukio.shared.indicators import display
from aukio.shared.indicators.registry import Indicator, for_measure

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LiveFigure:
    """One indicator as a reader sees it. ``text`` is empty when it could not be counted.

    Without a number, as before the first records, ``text`` says so and takes no unit.
    """

    code: str
    label: str
    text: str
    unit: str
    rows: int
    note: str
    direction: str
    version: int
    value: float | None = None
    has_number: bool = True

    @property
    def is_counted(self) -> bool:
        return bool(self.text)


def live_figures(number: str) -> list[LiveFigure]:
    """The figures the rooms offer to the measure; empty when none does."""
    return [count(one) for one in for_measure(number)]


def count(one: Indicator) -> LiveFigure:
    """One figure, counted now. A room's fault never takes the plan's page down."""
    named = {
        "code": one.code,
        "label": str(one.label),
        "unit": display.unit(one),
        "direction": one.direction,
        "version": one.version,
    }
    try:
        figure = one.function()
    except Exception:
        log.exception("Indicator %s failed", one.code)
        return LiveFigure(**named, text="", rows=0, note="")  # type: ignore[arg-type]
    shown = display.show(one, figure)
    rows = 0 if shown.suppressed else figure.rows
    value = None if shown.value is None else float(shown.value)
    return LiveFigure(
        **named,  # type: ignore[arg-type]
        text=shown.text,
        rows=rows,
        note=figure.note,
        value=value,
        has_number=figure.value is not None,
    )
