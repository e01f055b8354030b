"""The list of rounds and the page of one round, for anyone to read."""

from __future__ import annotations

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.forms.rounds import RoundFilterForm
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.queries.pages import places, published
from aukio.apps.dialogues.queries.pages import rounds as queries
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views import versions
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._maps import county_map
from aukio.apps.dialogues.views._ways import crumbs, measure_links, title_of
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link


@public
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round that has opened, newest first, to search and to take along."""
    form = RoundFilterForm(request.GET, years=queries.years(request.user))
    asked = form.asked()
    page = queries.rounds_page(request.user, asked, request.GET.get("page", 1))
    file = reverse("dialogues:rounds-download")
    context = {
        "title": _("National Dialogues"),
        "lead": _(
            "People around Finland talk about one theme at the same time. "
            "What they say is gathered into a summary that leads back to their own words."
        ),
        "crumbs": crumbs(),
        "form": form,
        "asked": asked,
        "page": page,
        "is_core_group": is_core_group(request.user),
        "downloads": [Link("CSV", f"{file}?{request.GET.urlencode()}".rstrip("?"))],
        "has_sample": any(line.is_sample for line in page.object_list),
    }
    return render(request, "dialogues/rounds.html", context)


@public
@require_safe
def rounds_file(request: HttpRequest) -> HttpResponse:
    """The list as it was asked for, as a table."""
    form = RoundFilterForm(request.GET, years=queries.years(request.user))
    response = attached("rounds.csv", "text/csv; charset=utf-8")
    response.write("\ufeff")  # Spreadsheets take the file for UTF-8 by this mark.
    writer = csv.writer(response)
    writer.writerow(
        ["address", "title", "language", "season", "year", "status", "dialogue_days", "dialogues",
         "organisers", "participants", "sample"]
    )  # fmt: skip
    for line in queries.all_lines(request.user, form.asked()):
        writer.writerow(_row(line))
    return response


def _row(line: queries.RoundLine) -> list[Any]:
    return [
        line.slug,
        plain_cell(line.title),
        line.title.language,
        line.season_code,
        line.year,
        line.status,
        " ".join(day.isoformat() for day in line.days),
        line.dialogues,
        line.organisers,
        "" if line.participants.count is None else line.participants.count,
        "yes" if line.is_sample else "no",
    ]


@public
@require_safe
def round_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A round: what was talked about, where, by how many, and what was gathered from it."""
    round = visible_round(request.user, slug)
    line = queries.lines([round])[0]
    where = places.places(round)
    edition = published.published(round)
    context = {
        "title": title_of(round),
        "caption": pgettext("round", "Dialogue round: %(season)s %(year)s")
        % {"season": line.season.lower(), "year": line.year},
        "crumbs": crumbs((title_of(round).text, "")),
        "round": round,
        "line": line,
        "description": shown(in_languages(round, "description")),
        "places": where,
        "map": county_map(where),
        "published": edition,
        "ways": versions.ways(slug, edition) if edition else [],
        "may_work": is_core_group(request.user),
        "downloads": _files(round) if edition else [],
        "came_from": _came_from(round, line),
        "leads_to": measure_links(),
    }
    return render(request, "dialogues/round.html", context)


def _files(round: Round) -> list[Link]:
    notes = {
        "csv": _("sentences and the words behind them, as a table"),
        "json": _("everything published, for machines"),
        "docx": _("the summary as a document"),
    }
    return [
        Link(form.upper(), reverse("dialogues:download", args=[round.slug, form]), note)
        for form, note in notes.items()
    ]


def _came_from(round: Round, line: queries.RoundLine) -> list[Link]:
    if not line.dialogues:
        return []
    return [Link(_("The dialogues"), reverse("dialogues:dialogues", args=[round.slug]))]
