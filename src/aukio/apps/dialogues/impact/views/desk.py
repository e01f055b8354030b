"""The core group's desk of a round: the brief, and the themes put to owners."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.impact.models import Brief, Edition
from aukio.apps.dialogues.impact.queries.desk import themes_asked
from aukio.apps.dialogues.impact.sources import sources_of
from aukio.apps.dialogues.impact.views._common import desk_crumbs, happened
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.ui.components.own import Link


@allowed("impact.see_desk", find=find_round)
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """What is done and what comes next."""
    round = find_round(slug)
    edition = Edition.objects.filter(round=round).first()
    sources = sources_of(round)
    context = {
        "title": pgettext("page", "Brief and answers"),
        "caption": title_of(round),
        "crumbs": desk_crumbs(round),
        "round": round,
        "brief": Brief.objects.filter(round=round).first(),
        "edition": edition,
        "is_old": bool(edition and edition.content["summary"] < sources.version),
        "has_sentences": bool(sources.sentences),
        "is_published": bool(sources.version),
        "themes": themes_asked(round) if sources.version else [],
        "may_ask": is_core_group(request.user),
        "leads_to": [Link(happened()[0], reverse("impact:round", args=[slug]))],
    }
    return render(request, "impact/desk.html", context)
