"""The plan, its commitments and measures, for anyone to read."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from aukio.apps.plan.actions.periods import unreported
from aukio.apps.plan.lights import COLOURS
from aukio.apps.plan.models import Commitment, Measure, Period, Plan
from aukio.apps.plan.queries import figures, history
from aukio.apps.plan.queries import plan as queries
from aukio.apps.plan.queries.measure import measure_page
from aukio.apps.plan.queries.voices import told_comments
from aukio.apps.plan.rules import may
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link
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
        "is_team": may("plan.see_desk", request.user, None),
        "is_reviewer": may("plan.review_measure", request.user, None),
        "files": [
            Link("CSV", reverse("plan:measure-csv")),
            Link("JSON", reverse("plan:plan-json")),
        ],
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
    """One measure: what was promised, how it stands, what shows it, and how it came there."""
    page = measure_page(number)
    found = page.measure
    context = {
        "title": f"{found.number} {found.title}",
        "caption": pgettext("caption", "Measure"),
        "crumbs": crumbs(found.commitment.plan, found.commitment),
        "page": page,
        "measure": found,
        "facts": facts(found),
        "figures": figures.live_figures(number),
        "charts": history.charts(found),
        "told": history.told(found),
        "comments": told_comments(found),
        "may_update": may("plan.report_status", request.user, found),
        "ways": ways_to_work(request.user, found),
        "image": settings.PUBLIC_URL + reverse("plan:measure-light", args=[number]),
        "address": settings.PUBLIC_URL + reverse("plan:measure", args=[number]),
    }
    return render(request, "plan/measure.html", context)


@public
@require_safe
def colours(request: HttpRequest) -> HttpResponse:
    """The three colours of the Ministry, as a view over completion, and who is late."""
    page = queries.plan_page()
    groups = [
        (colour, [row for row in page.measures if row.light.colour is colour]) for colour in COLOURS
    ]
    period = Period.objects.filter(plan=page.plan, closed=None).first()
    context = {
        "title": _("The plan in three colours"),
        "crumbs": crumbs(page.plan),
        "groups": groups,
        "period": period,
        "late": late(period),
    }
    return render(request, "plan/colours.html", context)


def late(period: Period | None) -> list[Measure]:
    """Measures without a report once the last day of the period is over."""
    if period is None or timezone.localdate() <= period.due:
        return []
    return unreported(period)


@public
@require_safe
def without_figures(request: HttpRequest) -> HttpResponse:
    """Measures for which nothing is counted yet."""
    coverage = history.live_coverage()
    context = {
        "title": _("Measures without a live figure"),
        "lead": _("For these measures no part of Aukio counts anything yet."),
        "crumbs": crumbs(coverage.without.plan),
        "coverage": coverage,
        "page": coverage.without,
    }
    return render(request, "plan/without_figures.html", context)


@public
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """How the plan has been amended: what, why, when and by whose decision."""
    plan = queries.current_plan()
    context = {
        "title": _("How the plan has changed"),
        "lead": _("A plan may be amended in mid-term. Nothing is overwritten: both texts stay."),
        "crumbs": crumbs(plan),
        "amendments": history.amendments(plan),
    }
    return render(request, "plan/history.html", context)


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


WAYS = (
    ("plan.name_lead", "people", pgettext_lazy("way to work", "Who is responsible")),
    ("plan.set_milestones", "milestone-list", pgettext_lazy("way to work", "Milestones")),
    ("plan.tell_figure", "figure-tell", pgettext_lazy("way to work", "Tell a figure")),
    ("plan.amend_measure", "measure-amend", pgettext_lazy("way to work", "Amend the measure")),
    ("plan.write_review", "review-add", pgettext_lazy("way to work", "Review the measure")),
)


def ways_to_work(person: Any, measure: Measure) -> list[Link]:
    """The pages on which this person may work on the measure, besides updating it."""
    if not person.is_authenticated:
        return []
    return [
        Link(words, reverse(f"plan:{route}", args=[measure.number]))
        for rule, route, words in WAYS
        if may(rule, person, measure)
    ]
