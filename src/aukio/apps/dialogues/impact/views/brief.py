"""A published brief: page, files, and the count of how often it is opened."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.files import FORMS, language_of, written
from aukio.apps.dialogues.impact.models import Edition
from aukio.apps.dialogues.impact.sheet import sheet
from aukio.apps.dialogues.impact.views._common import happened, is_by_owner, language
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import crumbs, round_step
from aukio.shared import documents
from aukio.shared.accounts.access import public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.ui.components.own import Link

OPENINGS = Limit("impact-openings", times=60, seconds=3600)
NAMES = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "json": "JSON"}


def _newest(request: HttpRequest, slug: str) -> Edition:
    found = Edition.objects.filter(round=visible_round(request.user, slug)).first()
    if found is None:
        raise Http404
    return found


@public
@require_safe
def brief(request: HttpRequest, slug: str) -> HttpResponse:
    """The brief on the web, in the reader's language or in one there is."""
    edition = _newest(request, slug)
    shown = language_of(edition, language())
    told = sheet(edition.content, shown)
    context = {
        "title": told.title,
        "caption": pgettext("page", "Brief for leadership"),
        "crumbs": crumbs(round_step(edition.round), (pgettext("page", "Brief for leadership"), "")),
        "round": edition.round,
        "edition": edition,
        "shown": shown,
        "is_own_language": shown == language(),
        "body": documents.html(told),
        "by_owner": is_by_owner(request),
        "downloads": [
            Link(name, reverse("impact:brief-file", args=[slug, form]))
            for form, name in NAMES.items()
        ],
        "came_from": [Link(*round_step(edition.round), _("The whole summary"))],
        "leads_to": [Link(happened()[0], reverse("impact:round", args=[slug]))],
    }
    return render(request, "impact/brief.html", context)


@public
@require_safe
def file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """PDF, Word, slides or data."""
    if form not in FORMS:
        raise Http404
    edition = _newest(request, slug)
    code = language_of(edition, language())
    name = f"{slug}-brief-{edition.version}-{code}.{form}"
    return attached(name, FORMS[form].type, written(edition, form, code))


@public
@require_POST
def opened(request: HttpRequest, slug: str) -> HttpResponse:
    """The page sends this when a browser shows it: programs that fetch links are not counted."""
    edition = _newest(request, slug)
    if OPENINGS.take(place_of(request)):
        actions.count_opening(edition=edition, by_owner=request.POST.get("by") == "owner")
    return HttpResponse(status=204)
