"""The self-assessment: to read, and to take along as JSON, Word or tagged PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.plan.queries.assessment import assessment
from aukio.apps.plan.queries.plan import current_plan
from aukio.apps.plan.reports import FORMS, written
from aukio.apps.plan.views.pages import crumbs
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link


@public
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """The report as a page."""
    told = assessment()
    context = {
        "title": _("Self-assessment, %(day)s") % {"day": told.day},
        "caption": told.title,
        "crumbs": crumbs(current_plan()),
        "told": told,
        "files": [Link(form.upper(), reverse("plan:report-file", args=[form])) for form in FORMS],
    }
    return render(request, "plan/report.html", context)


@public
@require_safe
def report_file(request: HttpRequest, form: str) -> HttpResponse:
    """The report as a file, written from the same tree."""
    if form not in FORMS:
        raise Http404
    told = assessment()
    response = HttpResponse(written(told, form), content_type=FORMS[form].type)
    name = f"{told.plan}-{told.language}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
