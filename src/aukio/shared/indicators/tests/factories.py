"""Indicators for tests."""

from __future__ import annotations

from collections.abc import Callable

from aukio.shared.indicators.registry import Figure, indicator


def offer(value=7, *, rows: int = 3, note: str = "", **changes) -> Callable[[], Figure]:
    """Register an indicator that always shows this value."""

    def function() -> Figure:
        return Figure(value, rows, note)

    function.__qualname__ = f"figure_{changes.get('code', '')}"
    definition = {
        "code": "dialogues.organisers",
        "measure": "1.1.1",
        "label": "Organisers",
        "unit": "organisations",
        "direction": "up",
    }
    return indicator(**{**definition, **changes})(function)
