"""The dialogues of a round, and one dialogue: where it was and what was heard from it."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.forms.dialogues import DialogueFilterForm
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.queries.pages import dialogues as queries
from aukio.apps.dialogues.queries.pages.places import names
from aukio.apps.dialogues.queries.pages.published import Published, published
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._facts import (
    dialogue_rows,
    dialogue_table,
    dialogue_table_head,
)
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import crumbs, round_step, title_of
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link


@public
@require_safe
def dialogues(request: HttpRequest, slug: str) -> HttpResponse:
    """Every dialogue of the round, to search and to take along."""
    round = visible_round(request.user, slug)
    form = DialogueFilterForm(request.GET, counties=names())
    asked = form.asked()
    if request.GET.get("format") == "csv":
        return _file(round, asked)
    page = queries.dialogues_page(round, number=request.GET.get("page", 1), **asked)
    parameters = request.GET.copy()
    parameters["format"] = "csv"
    context = {
        "title": _("Dialogues of the round"),
        "caption": title_of(round),
        "crumbs": crumbs(round_step(round), (_("Dialogues of the round"), "")),
        "round": round,
        "form": form,
        "is_filtered": any(asked.values()),
        "page": page,
        "rows": dialogue_table(round, page.object_list),
        "head": dialogue_table_head(),
        "downloads": [Link("CSV", f"?{parameters.urlencode()}")],
        "leads_to": [Link(title_of(round).text, reverse("dialogues:round", args=[slug]))],
    }
    return render(request, "dialogues/dialogues.html", context)


def _file(round: Round, asked: dict[str, str]) -> HttpResponse:
    response = attached(f"{round.slug}-dialogues.csv", "text/csv; charset=utf-8")
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(["id", "title", "organiser", "municipality", "date", "participants", "sample"])
    for line in queries.all_dialogues(round, **asked):
        people = "" if line.participants.count is None else line.participants.count
        day = line.date.isoformat() if line.date else ""
        sample = "yes" if round.is_sample else "no"
        words = [plain_cell(text) for text in (line.title, line.organiser, line.municipality)]
        writer.writerow([line.id, *words, day, people, sample])
    return response


@public
@require_safe
def dialogue(request: HttpRequest, slug: str, dialogue: int) -> HttpResponse:
    """One dialogue."""
    round = visible_round(request.user, slug)
    held = get_object_or_404(queries.with_places(Dialogue.objects.filter(round=round)), pk=dialogue)
    facts = queries.dialogue_facts(held)
    edition = published(round)
    sentences = edition.said_in(held.pk) if edition else []
    listed = reverse("dialogues:dialogues", args=[slug])
    context = {
        "dialogue": held,
        "title": held.title,
        "caption": pgettext("page", "Dialogue"),
        "crumbs": crumbs(
            round_step(round), (_("Dialogues of the round"), listed), (held.title, "")
        ),
        "round": round,
        "rows": dialogue_rows(facts),
        "sentences": sentences,
        "said": _quotes_of(held.pk, edition),
        "whole": edition.whole.get(held.pk, ()) if edition else (),
        "published": edition,
        "came_from": [Link(*round_step(round), pgettext("page", "Round").lower())],
        "leads_to": [
            Link(one.words.text, reverse("dialogues:sentence", args=[slug, one.id]))
            for one in sentences
        ],
    }
    return render(request, "dialogues/dialogue.html", context)


def _quotes_of(dialogue: int, edition: Published | None) -> list[tuple[str, str]]:
    """Exact words from this dialogue that the summary rests on, each once, with language."""
    if edition is None:
        return []
    found = {
        quote.text: quote.language
        for sentence in edition.said_in(dialogue)
        for quote in sentence.quotes
        if quote.dialogue and quote.dialogue.id == dialogue
    }
    return list(found.items())
