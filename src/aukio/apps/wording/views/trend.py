"""How clear is our language: figures of the organisations that wish to show theirs."""

from __future__ import annotations

import csv
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.wording.actions import figures as actions
from aukio.apps.wording.models import Profile, Showing
from aukio.apps.wording.queries import trend as queries
from aukio.apps.wording.queries.glossary import organisations_of
from aukio.apps.wording.queries.trend import OrganisationTrend, Quarter
from aukio.apps.wording.rules import is_editor
from aukio.apps.wording.views._page import actor, attached, crumbs, try_and_tell
from aukio.apps.wording.views.glossary import find_organisation
from aukio.shared.accounts.access import allowed, public
from aukio.ui.charts import LineChart, Point, Series
from aukio.ui.components.tables import Cell


@public
@require_safe
def trend(request: HttpRequest) -> HttpResponse:
    """The organisations, their texts, scores and change; a chart by quarter."""
    shown = queries.shown_organisations()
    quarters = queries.overall(queries.all_figures())
    own = [one for one in organisations_of(request.user) if is_editor(request.user, one)]
    there = set(Showing.objects.filter(organisation__in=own).values_list("organisation", flat=True))
    context = {
        "title": _("How clear is our language"),
        "crumbs": crumbs((_("How clear is our language"), "")),
        "head": _head(),
        "rows": [_row(one) for one in shown],
        "chart": _chart(quarters),
        "quarter_head": [
            _("Quarter and kind of language"),
            Cell(_("Texts"), is_number=True),
            Cell(_("Mean score"), is_number=True),
        ],
        "quarters": [_quarter_row(one) for one in quarters],
        "own": [(one, one.pk in there) for one in own],
        "fewest": queries.FEWEST,
    }
    return render(request, "wording/trend.html", context)


@public
@require_safe
def figures_file(request: HttpRequest) -> HttpResponse:
    """The same figures as a table, quarter by quarter."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["organisation", "quarter", "profile", "texts", "mean_score"])
    for one in queries.shown_organisations():
        for quarter in one.quarters:
            mean = "" if quarter.mean is None else quarter.mean
            row = [_plain(str(one.organisation)), quarter.label, quarter.profile]
            writer.writerow([*row, quarter.texts, mean])
    return attached("how-clear.csv", "text/csv; charset=utf-8", "\ufeff" + sheet.getvalue())


@allowed("wording.publish_figures", find=find_organisation)
@require_POST
def decide(request: HttpRequest, organisation: int) -> HttpResponse:
    """Show the organisation's figures from now on, or show none and delete them."""
    owner, person = find_organisation(organisation), actor(request)
    if request.POST.get("show") == "yes":
        done = _("The figures of %(name)s are shown from now on.") % {"name": owner}
        try_and_tell(request, done, lambda: actions.show(by=person, organisation=owner))
    else:
        done = _("The figures of %(name)s are no longer shown. They were deleted.")
        told = done % {"name": owner}
        try_and_tell(request, told, lambda: actions.hide(by=person, organisation=owner))
    return redirect("wording:trend")


def _head() -> list[Cell | str]:
    numbers = (_("Texts"), _("Mean score and change"))
    return [pgettext("table", "Organisation"), *(Cell(one, is_number=True) for one in numbers)]


def _row(one: OrganisationTrend) -> list[Cell | str | int]:
    name = str(one.organisation)
    if one.organisation.is_sample:
        name = _("%(name)s (sample data)") % {"name": name}
    score = _number(one.mean)
    if one.change is not None:
        score = Cell(f"{score.text} ({_signed(one.change)})", is_number=True)
    return [name, one.texts, score]


def _quarter_row(one: Quarter) -> list[Cell | str | int]:
    return [f"{one.label} {Profile(one.profile).label}", one.texts, _number(one.mean)]


def _chart(quarters: tuple[Quarter, ...]) -> LineChart | None:
    """A line for each profile; nothing before there are two quarters to compare."""
    labels = sorted({one.label for one in quarters})
    if len(labels) < 2:
        return None
    means = {(one.label, one.profile): one.mean for one in quarters}
    series = [
        Series(label, [Point(quarter, means.get((quarter, code))) for quarter in labels])
        for code, label in Profile.choices
        if any(means.get((quarter, code)) is not None for quarter in labels)
    ]
    if not series:
        return None
    summary = _("The mean score of checked texts by quarter, from %(first)s to %(last)s.")
    told = summary % {"first": labels[0], "last": labels[-1]}
    return LineChart(_("Mean score by quarter"), told, series=series, label_head=_("Quarter"))


def _number(value: float | None) -> Cell:
    text = "–" if value is None else number_format(value, decimal_pos=1, use_l10n=True)
    return Cell(text, is_number=True)


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\u2212" if value < 0 else ""
    return sign + str(number_format(abs(value), decimal_pos=1, use_l10n=True))


def _plain(text: str) -> str:
    """A table program takes no name for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t" else text
