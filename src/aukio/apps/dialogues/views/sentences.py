"""A published sentence, the very words behind it, and the way back up."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.queries.pages.published import Published, published
from aukio.apps.dialogues.queries.tree import PublishedQuote, PublishedSentence
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.apps.dialogues.views._ways import crumbs, measure_links, round_step
from aukio.shared.accounts.access import public
from aukio.shared.i18n.times import short_date
from aukio.ui.components.own import Link


@public
@require_safe
def sentence(request: HttpRequest, slug: str, sentence: int) -> HttpResponse:
    """The sentence's page."""
    round = visible_round(request.user, slug)
    edition = found(published(round))
    shown = found(edition.sentence(sentence))
    theme = found(edition.theme(shown.theme))
    theme_address = reverse("dialogues:theme", args=[slug, theme.id])
    context = {
        "title": _("The words behind a sentence"),
        "crumbs": crumbs(
            round_step(round), (theme.title.text, theme_address), (pgettext("page", "Words"), "")
        ),
        "round": round,
        "theme": theme,
        "sentence": shown,
        "others": [one for one in edition.texts[shown.id] if one.language != shown.words.language],
        "said": [(quote, source_of(quote, edition)) for quote in shown.quotes],
        "published": edition,
        "came_from": _came_from(slug, shown, edition),
        "leads_to": [
            Link(theme.title.text, theme_address, pgettext("page", "Theme").lower()),
            Link(*round_step(round), pgettext("page", "Round").lower()),
            *measure_links(),
        ],
    }
    return render(request, "dialogues/sentence.html", context)


def source_of(quote: PublishedQuote, edition: Published) -> str:
    """Where and when the words were said: "Kuopio, 6.10.2026"."""
    held = quote.dialogue
    if held is None:
        return ""
    day = short_date(held.date) if held.date else ""
    parts = [held.title, edition.town(held), day]
    return ", ".join(part for part in parts if part)


def _came_from(slug: str, sentence: PublishedSentence, edition: Published) -> list[Link]:
    """The dialogues the words come from, each once."""
    held = {quote.dialogue.id: quote.dialogue for quote in sentence.quotes if quote.dialogue}
    return [
        Link(one.title, reverse("dialogues:dialogue", args=[slug, one.id]), edition.town(one))
        for one in held.values()
    ]
