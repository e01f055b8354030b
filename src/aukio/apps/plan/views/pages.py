"""The plan, its commitments and measures, for anyone to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aukio.apps.plan.queries import figures
from aukio.apps.plan.queries import plan as queries
from aukio.shared.accounts.access import public


@public
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The whole plan: commitments, sections, measures and how each stands."""
    page = queries.plan_page()
    return render(
        request,
        "plan/plan.html",
        {"page": page, "own_translation": queries.is_own_translation(page.plan)},
    )


@public
@require_safe
def commitment(request: HttpRequest, number: str) -> HttpResponse:
    """One commitment with its sections and measures."""
    plan, rows = queries.commitment_page(number)
    return render(
        request,
        "plan/commitment.html",
        {
            "plan": plan,
            "commitment": rows,
            "own_translation": queries.is_own_translation(plan),
        },
    )


@public
@require_safe
def measure(request: HttpRequest, number: str) -> HttpResponse:
    """One measure: what was promised, how it stands, and its live figures."""
    found = queries.find_measure(number)
    return render(
        request,
        "plan/measure.html",
        {
            "plan": found.commitment.plan,
            "measure": found,
            "figures": figures.live_figures(number),
        },
    )
