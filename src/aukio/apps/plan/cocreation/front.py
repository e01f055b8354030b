"""What stands on the front page while a call is open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.plan.cocreation.queries import calls


def open_calls(request: HttpRequest) -> dict[str, Any] | None:
    """The calls that take proposals today, or nothing."""
    found = list(calls.open_calls()[:3])
    return {"calls": found} if found else None
