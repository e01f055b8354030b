"""A published theme: its sentences, each with the way to the words behind it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.queries.pages.published import Published, published
from aukio.apps.dialogues.queries.tree import PublishedTheme
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.apps.dialogues.views._ways import crumbs, measure_links, round_step
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link


@public
@require_safe
def theme(request: HttpRequest, slug: str, theme: int) -> HttpResponse:
    """The theme's page."""
    round = visible_round(request.user, slug)
    edition = found(published(round))
    shown = found(edition.theme(theme))
    home = reverse("dialogues:round", args=[slug])
    before, after = _neighbours(edition, shown)
    context = {
        "title": shown.title,
        "caption": pgettext("page", "Theme"),
        "crumbs": crumbs(round_step(round), (shown.title.text, "")),
        "round": round,
        "theme": shown,
        "published": edition,
        "before": before,
        "after": after,
        "came_from": [
            Link(
                _("The dialogues"),
                reverse("dialogues:dialogues", args=[slug]),
                pgettext("chain", "where this was talked about"),
            )
        ],
        "leads_to": [Link(_("The whole summary"), f"{home}#summary"), *measure_links()],
    }
    return render(request, "dialogues/theme.html", context)


def _neighbours(
    edition: Published, theme: PublishedTheme
) -> tuple[PublishedTheme | None, PublishedTheme | None]:
    at = edition.themes.index(theme)
    before = edition.themes[at - 1] if at else None
    after = edition.themes[at + 1] if at + 1 < len(edition.themes) else None
    return before, after
