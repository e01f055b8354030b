"""The team's desk: where each half-year stands, and the way to everything the team does."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.queries.desk import Desk, DeskRow
from aukio.apps.plan.queries.desk import desk as desk_of
from aukio.apps.plan.queries.plan import current_plan
from aukio.apps.plan.work import tasks
from aukio.shared.accounts.access import allowed
from aukio.shared.i18n.times import short_date
from aukio.ui.components.own import light
from aukio.ui.components.ways import Crumb


@allowed("plan.see_desk")
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Every measure with who leads it, how it stands and what waits; and the team's pages."""
    plan = current_plan()
    page = desk_of(plan)
    context = {
        "title": _("The team's desk"),
        "caption": plan.title,
        "crumbs": [Crumb(plan.title, reverse("plan:plan"))],
        "page": page,
        "tasks": tasks(request.user),
        "rows": _rows(page),
        "head": [
            pgettext("table head", "Measure"),
            pgettext("table head", "How it stands"),
            pgettext("table head", "Leads"),
            pgettext("table head", "Reported"),
            pgettext("table head", "Waiting"),
        ],
    }
    return render(request, "plan/team.html", context)


def _rows(page: Desk) -> list[list[SafeString | str]]:
    return [
        [
            format_html(
                '<a class="govuk-link" href="{}#work">{} {}</a>',
                reverse("plan:measure", args=[row.number]),
                row.number,
                row.title,
            ),
            light(row.light.shape, row.light.words),
            ", ".join(row.people) or _("Nobody yet"),
            short_date(row.reported) if row.reported else "–",
            ", ".join(_waiting(row)) or "–",
        ]
        for row in page.rows
    ]


def _waiting(row: DeskRow) -> list[str]:
    """What waits at the measure, in words."""
    found = [_("the report is late")] if row.is_late else []
    if row.unchecked:
        words = ngettext(
            "%(count)d evidence to check", "%(count)d pieces of evidence to check", row.unchecked
        )
        found.append(words % {"count": row.unchecked})
    if row.overdue:
        words = ngettext("%(count)d milestone late", "%(count)d milestones late", row.overdue)
        found.append(words % {"count": row.overdue})
    if row.comments:
        words = ngettext(
            "%(count)d comment to respond to", "%(count)d comments to respond to", row.comments
        )
        found.append(words % {"count": row.comments})
    return found
