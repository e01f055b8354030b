"""The plan, its commitments and measures, for anyone to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.lights import light_of
from aukio.apps.plan.models import Commitment, Measure, Plan
from aukio.apps.plan.queries import figures
from aukio.apps.plan.queries import plan as queries
from aukio.shared.accounts.access import public
from aukio.ui.components.ways import Crumb


@public
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The whole plan: commitments, sections, measures and how each stands."""
    page = queries.plan_page()
    context = {
        "title": page.plan.title,
        "lead": page.plan.motto,
        "page": page,
        "own_translation": queries.is_own_translation(page.plan),
    }
    return render(request, "plan/plan.html", context)


@public
@require_safe
def commitment(request: HttpRequest, number: str) -> HttpResponse:
    """One commitment with its sections and measures."""
    plan, rows = queries.commitment_page(number)
    context = {
        "title": f"{rows.number} {rows.title}",
        "caption": pgettext("caption", "Commitment"),
        "crumbs": crumbs(plan),
        "commitment": rows,
        "own_translation": queries.is_own_translation(plan),
    }
    return render(request, "plan/commitment.html", context)


@public
@require_safe
def measure(request: HttpRequest, number: str) -> HttpResponse:
    """One measure: what was promised, how it stands, and its live figures."""
    found = queries.find_measure(number)
    context = {
        "title": f"{found.number} {found.title}",
        "caption": pgettext("caption", "Measure"),
        "crumbs": crumbs(found.commitment.plan, found.commitment),
        "measure": found,
        "light": light_of(None),
        "facts": facts(found),
        "figures": figures.live_figures(number),
    }
    return render(request, "plan/measure.html", context)


def crumbs(plan: Plan, commitment: Commitment | None = None, *more: Crumb) -> list[Crumb]:
    """The way to a page: the plan, the commitment, and what is under it."""
    way = [Crumb(plan.title, reverse("plan:plan"))]
    if commitment:
        address = reverse("plan:commitment", args=[commitment.number])
        way.append(Crumb(f"{commitment.number} {commitment.title}", address))
    return [*way, *more]


def facts(measure: Measure) -> list[tuple[str, str]]:
    """What the plan says besides the text, as written; nothing is made up for what is missing."""
    rows = [
        (_("Lead"), measure.lead or measure.commitment.plan.lead),
        (_("Supported by"), measure.supporters),
        (pgettext("plan", "Begins"), measure.start),
        (pgettext("plan", "Ends"), measure.end),
    ]
    return [(key, value) for key, value in rows if value]
