"""Pages about the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import public


@public
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    context = {"title": _("About Aukio"), "has_sample": settings.SAMPLE_PEOPLE}
    return render(request, "ui/pages/about.html", context)


@public
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    context = {
        "title": _("Accessibility statement"),
        "authority": settings.AUTHORITY,
        "contact": settings.CONTACT,
    }
    return render(request, "ui/pages/accessibility.html", context)
