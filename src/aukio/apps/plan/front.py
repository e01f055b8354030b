"""What the plan shows on the front page: every measure as a quiet light with words."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from aukio.apps.plan.queries import plan as queries


def how_the_plan_stands(request: HttpRequest) -> dict[str, Any] | None:
    """The current plan's measures, or nothing while no plan has been loaded."""
    try:
        return {"page": queries.plan_page()}
    except Http404:
        return None
