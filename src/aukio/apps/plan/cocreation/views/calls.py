"""Calls for anyone: what is asked, how far it is, and what became of the proposals."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.cocreation.models import Call, Decision, Phase, Question
from aukio.apps.plan.cocreation.queries import calls as queries
from aukio.apps.plan.cocreation.queries import outcome as outcomes
from aukio.apps.plan.cocreation.queries.calls import Counts, calls_for, find_call
from aukio.apps.plan.cocreation.queries.proposals import themes
from aukio.apps.plan.cocreation.rules import may
from aukio.apps.plan.cocreation.views._frame import call_crumbs, crumbs
from aukio.shared.accounts.access import public
from aukio.shared.i18n.languages import language_name
from aukio.ui import charts
from aukio.ui.components.own import Link


@public
@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """Every call, those open now first."""
    order = [Phase.OPEN, Phase.COMING, Phase.CLOSED, Phase.ANSWERED, Phase.DRAFT]
    found = sorted(calls_for(request.user), key=lambda one: order.index(one.phase))
    context = {
        "title": _("Help make the next plan"),
        "lead": _(
            "Anyone may propose what the next action plan should hold. "
            "Every proposal gets a reasoned response."
        ),
        "crumbs": crumbs()[:1],
        "calls": found,
        "is_team": may("cocreation.manage_calls", request.user, None),
    }
    return render(request, "cocreation/calls.html", context)


@public
@require_safe
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: what it asks, until when, and how far it has come."""
    found = find_call(request.user, slug)
    counts = queries.counts(found)
    context = {
        "title": str(found),
        "caption": pgettext("caption", "Call for proposals"),
        "crumbs": crumbs(),
        "call": found,
        "counts": counts,
        "steps": steps(found, counts),
        "questions": [one.label for one in Question if found.asks(one)],
        "languages": [language_name(code) for code in found.languages],
        "themes": themes(found),
        "is_team": may("cocreation.manage_calls", request.user, found),
        "files": files(found),
    }
    return render(request, "cocreation/call.html", context)


def steps(call: Call, counts: Counts) -> list[tuple[str, str]]:
    """How far the call is, in figures that a reader can add up."""
    rows = [
        (_("Proposals sent"), counts.sent),
        (_("Published"), counts.published),
        (_("Waiting to be checked"), counts.waiting),
        (_("Not published, for personal data or the law"), counts.refused),
        (_("Withdrawn by the proposer"), counts.withdrawn),
    ]
    if call.outcome_published:
        rows.append((_("With a response"), counts.answered))
    return [(name, str(count)) for name, count in rows if count or name == rows[0][0]]


def files(call: Call) -> list[Link]:
    """The proposals, with the responses once they are public, to take along."""
    return [
        Link(name, reverse("cocreation:download", args=[call.slug, form]))
        for name, form in (("CSV", "csv"), ("JSON", "json"), ("Word", "docx"))
    ]


@public
@require_safe
def outcome(request: HttpRequest, slug: str) -> HttpResponse:
    """What was taken in and what not and why. There is no such page before it is published."""
    found = find_call(request.user, slug)
    if not found.outcome_published:
        raise Http404
    told = outcomes.outcome(found)
    title = _("What was taken in, what not, and why")
    context = {
        "title": title,
        "caption": str(found),
        "crumbs": call_crumbs(found),
        "call": found,
        "outcome": told,
        "finding": finding(told),
        "chart": _chart(told),
        "head": [
            pgettext("table", "Theme"),
            *(decision.label for decision in Decision),
            pgettext("decision", "Waiting for a response"),
        ],
        "rows": _rows(told),
        "by_decision": _by_decision(told),
        "files": files(found),
    }
    return render(request, "cocreation/outcome.html", context)


def finding(told: outcomes.Outcome) -> str:
    """The outcome in a sentence."""
    counts = told.counts
    total = len(told.told)
    taken = counts[Decision.TAKEN] + counts[Decision.PARTLY]
    words = ngettext(
        "Taken in wholly or partly: %(taken)d of %(total)d published proposal.",
        "Taken in wholly or partly: %(taken)d of %(total)d published proposals.",
        total,
    )
    return words % {"total": total, "taken": taken}


def _chart(told: outcomes.Outcome) -> charts.BarChart:
    bars = [charts.Bar(decision.label, count) for decision, count in told.counts.items()]
    if told.waiting:
        bars.append(charts.Bar(pgettext("decision", "Waiting for a response"), told.waiting))
    return charts.BarChart(
        title=_("Proposals by decision"),
        summary=finding(told),
        bars=bars,
        label_head=pgettext("table", "Decision"),
    )


def _rows(told: outcomes.Outcome) -> list[list[str | int]]:
    return [
        [
            str(theme.theme or pgettext("theme", "No theme")),
            *(theme.by_decision[decision.value] for decision in Decision),
            theme.waiting,
        ]
        for theme in told.themes
    ]


def _by_decision(told: outcomes.Outcome) -> list[tuple[str, str, int]]:
    """Links to the list of each decision: its words, its code, how many."""
    return [
        (str(decision.label), decision.value, count)
        for decision, count in told.counts.items()
        if count
    ]
