"""Addresses the browser suite opens: every public page of the room that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.plan.models import Plan
from aukio.apps.plan.tests import factories


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; the data is made here."""
    if not Plan.objects.filter(is_current=True).exists():
        factories.finland()
    return {
        "plan:commitment": {"number": "1"},
        "plan:measure": {"number": "1.1.1"},
    }
