"""What was found, in words, as a drawing and as tables."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.opinions import exports, queries
from aukio.apps.dialogues.opinions.queries import Results, Told
from aukio.apps.dialogues.opinions.views._finding import public_way, visible
from aukio.apps.dialogues.templatetags.dialogues import words
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._ways import round_step
from aukio.shared.accounts.access import public
from aukio.ui import charts
from aukio.ui.components.own import Link
from aukio.ui.components.tables import Cell

HOLDS, ROUGHLY = 0.9, 0.7
RULE = "opinions.see_results"


@public
@require_safe
def results(request: HttpRequest, conversation: int) -> HttpResponse:
    """What unites, what divides, what stands for each group, and how far to trust it."""
    held = visible(request.user, conversation, RULE)
    found = queries.results(held)
    shown = queries.question(held)
    home = reverse("opinions:conversation", args=[held.pk])
    context: dict[str, Any] = {
        "title": _("What the votes show"),
        "caption": shown,
        "crumbs": public_way(held, (shown.text, home), (_("What the votes show"), "")),
        "conversation": held,
        "round": held.round,
        "is_shown": held.results_shown,
        "found": found,
        "leads_to": [
            Link(shown.text, home),
            Link(*round_step(held.round)),
        ],
    }
    if found and found.voters:
        context |= _told(found)
        file = reverse("opinions:results-download", args=[held.pk])
        context["downloads"] = [Link("CSV", file)]
    return render(request, "opinions/results.html", context)


@public
@require_safe
def results_file(request: HttpRequest, conversation: int) -> HttpResponse:
    """The figures as a table."""
    held = visible(request.user, conversation, RULE)
    found = queries.results(held)
    text = "\ufeff" + (exports.found_csv(found) if found else "")
    return attached(f"opinion-map-{held.pk}.csv", "text/csv; charset=utf-8", text)


def group_name(number: int) -> str:
    return pgettext("opinion map", "Group %(letter)s") % {"letter": queries.LETTERS[number]}


def _told(found: Results) -> dict[str, Any]:
    rows = [_row(one, found) for one in found.statements.values()]
    return {
        "chart": _chart(found) if found.groups else None,
        "stability": stability_words(found.stability),
        "uniting": found.uniting,
        "dividing": [_divided(one) for one in found.dividing],
        "groups": [
            (group_name(one["id"]), one["size"], [_stands(told, one["id"])
             for told in found.representative(one["id"])])
            for one in found.groups
        ],
        "rows": rows,
        "lines": [_line(row, _head(found)) for row in rows],
        "head": _head(found),
    }  # fmt: skip


def _chart(found: Results) -> charts.CrowdMap:
    number = len(found.groups)
    summary = ngettext(
        "The votes of %(people)d people fall into %(number)d group.",
        "The votes of %(people)d people fall into %(number)d groups.",
        number,
    ) % {"people": found.mapped, "number": number}
    how = _("Each oval covers most of a group. What is near voted alike.")
    return charts.CrowdMap(
        title=_("Groups of people who voted alike"),
        summary=f"{summary} {how}",
        unit=pgettext("opinion map", "People"),
        label_head=_("Group"),
        crowds=[
            charts.Crowd(group_name(one["id"]), one["size"], one["x"], one["y"],
                         one["wide"], one["high"], one["turn"])
            for one in found.groups
        ],
    )  # fmt: skip


def stability_words(agreement: float | None) -> str:
    """How far the groups may be trusted, in plain words."""
    if agreement is None:
        return ""
    if agreement >= HOLDS:
        return _(
            "The groups hold well. Had every fifth person not voted, nearly the same groups "
            "would have been found."
        )
    if agreement >= ROUGHLY:
        return _(
            "The groups hold roughly. Had every fifth person not voted, many people would "
            "still be together, but the borders would move."
        )
    return _(
        "The groups do not hold. Had every fifth person not voted, other groups would have "
        "been found. Do not draw conclusions from the groups; look at single statements."
    )


def _divided(one: Told) -> tuple[Told, str]:
    parts = [
        _("%(group)s: %(share)d%% agree") % {"group": group_name(number), "share": row["shares"][0]}
        for number, row in enumerate(one.groups or [])
    ]
    return one, " · ".join(parts)


def _stands(one: Told, number: int) -> tuple[Told, str]:
    row = (one.groups or [])[number]
    if row["direction"] == "agree":
        return one, _("%(share)d%% agree") % {"share": row["shares"][0]}
    return one, _("%(share)d%% disagree") % {"share": row["shares"][1]}


def _head(found: Results) -> list[Any]:
    numbers = [pgettext("heading of a table column", "Votes"), _("Agree"), _("Disagree"), _("Pass")]
    names = [group_name(one["id"]) for one in found.groups]
    return [Cell(_("Statement")), *(Cell(one, is_number=True) for one in (*numbers, *names))]


def _row(one: Told, found: Results) -> list[Any]:
    if one.votes is None or one.shares is None:
        few = pgettext("number of votes", "under 5")
        blank = ["–"] * (3 + len(found.groups))
        return [Cell(words(one.words)), *(Cell(cell, is_number=True) for cell in (few, *blank))]
    groups = [_percent(row["shares"][0]) for row in one.groups or []]
    cells = [str(one.votes), *map(_percent, one.shares), *(groups or ["–"] * len(found.groups))]
    return [Cell(words(one.words)), *(Cell(cell, is_number=True) for cell in cells)]


def _line(row: list[Any], head: list[Any]) -> tuple[Any, list[str]]:
    """A row for a phone: the statement, and its figures each with its heading."""
    told = [
        f"{getattr(name, 'text', name)}: {cell.text}"
        for name, cell in zip(head[1:], row[1:], strict=True)
    ]
    return row[0].text, [one.replace(" ", "\u00a0") for one in told]


def _percent(share: int) -> str:
    return f"{share}\u00a0%"
