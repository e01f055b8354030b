"""The summary desk: theme by theme, sentences with their words, and what is not covered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries import shown, summary_desk
from aukio.apps.dialogues.queries.gaps import not_heard, not_quoted
from aukio.apps.dialogues.queries.pages import writing as queries
from aukio.apps.dialogues.queries.pages.variants import VariantLine, variant_lines
from aukio.apps.dialogues.views._finding import find_round, find_theme
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.apps.dialogues.views.measuring import FULL, measured
from aukio.shared.accounts.access import allowed
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.languages import language_name
from aukio.ui.components.tables import Cell
from aukio.ui.markup import element


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
        "not_heard": not_heard(round),
        "not_quoted": not_quoted(round),
        "versions_caption": _("Shorter and easier versions"),
        "version_head": [
            pgettext("column", "Version"),
            Cell(pgettext("column", "Sentences"), is_number=True),
            pgettext("column", "Ready in"),
        ],
        "version_rows": [_version(round, one) for one in variant_lines(round)],
        **measured(round, FULL),
    }
    return render(request, "dialogues/summary_desk.html", context)


def _version(round: Round, one: VariantLine) -> list[Cell]:
    href = reverse("dialogues:variant-desk", args=[round.slug, one.kind])
    ready = ", ".join(language_name(code) for code in one.ready)
    return [
        Cell(element("a", {"class": "govuk-link", "href": href}, one.name)),
        Cell(number(one.sentences), is_number=True),
        Cell(ready or pgettext("languages", "none yet")),
    ]


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
