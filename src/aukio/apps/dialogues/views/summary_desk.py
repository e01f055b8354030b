"""The summary desk: theme by theme, sentences with their words, and what is not covered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.queries import shown, summary_desk
from aukio.apps.dialogues.queries.pages import writing as queries
from aukio.apps.dialogues.views._finding import find_round, find_theme
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed


@allowed("dialogues.write_summary", find=find_round)
@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Every theme with its sentences; what is missing stands at the end."""
    round = find_round(slug)
    found = summary_desk(round)
    missing = queries.uncovered(round)
    title = pgettext("page", "Summary")
    context = {
        "title": title,
        "crumbs": crumbs(*desk_steps(round), (title, "")),
        "round": round,
        "desk": found,
        "offences": len(found.offences),
        "uncovered_themes": [(one.pk, shown(theme_title(one))) for one in missing.themes],
        "uncovered_dialogues": missing.dialogues,
    }
    return render(request, "dialogues/summary_desk.html", context)


@allowed("dialogues.write_summary", find=find_theme)
@require_safe
def section(request: HttpRequest, theme: int) -> HttpResponse:
    """One theme of the summary: its sentences, and proposed quotes beside."""
    found = find_theme(theme)
    name = shown(theme_title(found))
    overview_address = reverse("dialogues:summary-desk", args=[found.round.slug])
    context = {
        "title": name,
        "caption": pgettext("page", "Summary"),
        "crumbs": crumbs(
            *desk_steps(found.round),
            (pgettext("page", "Summary"), overview_address),
            (name.text, ""),
        ),
        "round": found.round,
        "theme": found,
        "section": queries.section(found),
    }
    return render(request, "dialogues/summary_theme.html", context)
