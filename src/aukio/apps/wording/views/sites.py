"""An organisation's site read page by page: asked for, followed, read, taken along, deleted."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.wording.actions import sites as actions
from aukio.apps.wording.actions.sites import AskedSite
from aukio.apps.wording.bounds import SITES, take
from aukio.apps.wording.forms import SiteForm
from aukio.apps.wording.models import SiteReading
from aukio.apps.wording.queries import sites as queries
from aukio.apps.wording.queries.glossary import organisations_of
from aukio.apps.wording.rules import is_editor
from aukio.apps.wording.views._page import actor, attached, crumbs, private
from aukio.apps.wording.views.glossary import find_organisation
from aukio.engines.clarity import MOST_PAGE_WORDS
from aukio.shared.accounts.access import allowed, signed_in
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation
from aukio.ui.components.own import Link
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import Text

FORMS = {"csv": "text/csv", "json": "application/json", "sarif": "application/sarif+json"}


def find_reading(reading: uuid.UUID) -> SiteReading:
    rows = SiteReading.objects.select_related("organisation", "job")
    return get_object_or_404(rows, pk=reading)


def find_owner(reading: uuid.UUID, **_more: Any) -> Organisation:
    """The organisation whose site it is: the one that rules are asked about."""
    return find_reading(reading).organisation


@signed_in
@require_safe
def sites(request: HttpRequest) -> HttpResponse:
    """The sites that the person's organisations have had read."""
    own = [one for one in organisations_of(request.user) if is_editor(request.user, one)]
    context = {
        "title": _("Sites"),
        "crumbs": crumbs((_("Sites"), "")),
        "organisations": own,
        "readings": list(queries.readings_of(own)),
    }
    return render(request, "wording/sites.html", context)


@allowed("wording.read_site", find=find_organisation)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, organisation: int) -> HttpResponse:
    """Give the address of a site."""
    owner = find_organisation(organisation)
    form = SiteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            take(SITES, request)
            asked = form.asked(get_language() or "fi")
            row = actions.read_site(by=actor(request), organisation=owner, asked=asked)
            return redirect("wording:site", reading=row.pk)
        except Fault as fault:
            form.add_error(None, str(fault))
    context = {
        "title": _("Read a site"),
        "caption": str(owner),
        "crumbs": _way((_("Read a site"), "")),
        "form": form,
        "submit": _("Read the site"),
        "back": reverse("wording:sites"),
    }
    return render(request, "ui/form_page.html", context)


@allowed("wording.read_site", find=find_owner)
@require_safe
def site(request: HttpRequest, reading: uuid.UUID) -> HttpResponse:
    """The report, the worst page first; before it is done, how far it is."""
    row = find_reading(reading)
    result = queries.result_of(row)
    context = {
        "title": _("The language of a site"),
        "caption": row.address,
        "crumbs": _way((row.address, "")),
        "row": row,
        "job": row.job,
        "result": result,
        "change": _change(result.change) if result else "",
        "pages": [(one, _change(one.change)) for one in result.pages] if result else [],
        "most_words": MOST_PAGE_WORDS,
        "files": _files(row) if result else [],
    }
    return private(request, "wording/site.html", context)


@allowed("wording.read_site", find=find_owner)
@require_safe
def progress(request: HttpRequest, reading: uuid.UUID) -> HttpResponse:
    """How far the worker is; a part of the page."""
    row = find_reading(reading)
    return private(request, "wording/parts/site_progress.html", {"row": row, "job": row.job})


@allowed("wording.read_site", find=find_owner)
@require_safe
def download(request: HttpRequest, reading: uuid.UUID, form: str) -> HttpResponse:
    """The report as a file."""
    row = find_reading(reading)
    if form not in FORMS or row.score is None:
        raise Http404
    if form == "csv":
        content = row.table
    else:
        made = row.sarif if form == "sarif" else row.report
        content = json.dumps(made, ensure_ascii=False, indent=1)
    return attached(f"site.{form}", f"{FORMS[form]}; charset=utf-8", content)


@allowed("wording.read_site", find=find_owner)
@require_POST
def again(request: HttpRequest, reading: uuid.UUID) -> HttpResponse:
    """Read the same site anew, to see what has changed."""
    row = find_reading(reading)
    days = max(1, round((row.expires - row.begun).total_seconds() / 86_400))
    asked = AskedSite(row.address, row.profile, row.most_pages, days, get_language() or "fi")
    try:
        take(SITES, request)
        made = actions.read_site(by=actor(request), organisation=row.organisation, asked=asked)
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect("wording:site", reading=row.pk)
    return redirect("wording:site", reading=made.pk)


@allowed("wording.read_site", find=find_owner)
@require_POST
def delete(request: HttpRequest, reading: uuid.UUID) -> HttpResponse:
    """Delete the report now."""
    actions.delete_site(by=actor(request), reading=find_reading(reading))
    messages.success(request, _("The report has been deleted."))
    return redirect("wording:sites")


def _way(*steps: tuple[Text, str]) -> list[Crumb]:
    return crumbs((_("Sites"), reverse("wording:sites")), *steps)


def _files(row: SiteReading) -> list[Link]:
    names = {"csv": _("Pages as a table (CSV)"), "json": "JSON", "sarif": "SARIF"}
    return [Link(names[f], reverse("wording:site-download", args=[row.pk, f])) for f in FORMS]


def _change(points: float | None) -> str:
    """`4.5 points more than last time`; empty when there is nothing to compare with."""
    if points is None:
        return ""
    if points == 0:
        return pgettext("score", "as last time")
    shown = number_format(abs(points), decimal_pos=1, use_l10n=True)
    better = pgettext("score", "%(points)s better than last time")
    worse = pgettext("score", "%(points)s worse than last time")
    return (better if points > 0 else worse) % {"points": shown}
