"""What has been spoken of over the rounds: matters, one matter, weak signals, the report."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.foresight import phrases, sheet, trees
from aukio.apps.dialogues.foresight.actions import count_taken
from aukio.apps.dialogues.foresight.charts import notes_chart, trend_chart
from aukio.apps.dialogues.foresight.files import (
    TREND_COLUMNS,
    TYPES,
    as_csv,
    as_json,
    trend_rows,
    written,
)
from aukio.apps.dialogues.foresight.queries import matters as queries
from aukio.apps.dialogues.foresight.queries.voices import Voices, voices
from aukio.apps.dialogues.foresight.rules import leads
from aukio.apps.dialogues.foresight.views import _common as common
from aukio.apps.dialogues.foresight.views._tables import moment_rows
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._ways import address_of_measure, crumbs
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link

QUOTES = 3


@public
@require_safe
def over_rounds(request: HttpRequest) -> HttpResponse:
    """Matters that people have spoken of in several rounds."""
    rounds = voices()
    compared = queries.followed(rounds)
    found = queries.matters(rounds)
    here, _href = common.front_step()
    context = {
        "title": _("What has been spoken of over the rounds"),
        "lead": _(
            "Some matters come up round after round. Here you see which, in how many dialogues, "
            "and how sure the figures are."
        ),
        "crumbs": crumbs((here, "")),
        "rounds": rounds,
        "rounds_words": [_named(one) for one in compared],
        "waiting": [_named(one) for one in rounds if one not in compared],
        "matters": [_told(one) for one in found],
        "signals": len(queries.signals(rounds, found)),
        "is_sample": any(one.round.is_sample for one in rounds),
        "may_link": leads(request.user),
        "method": sheet.method(),
        "forms": common.FORMS,
        "file_address": reverse("foresight:export"),
        "leads_to": [*common.links()[:1], *_measure()],
    }
    return render(request, "foresight/front.html", context)


def _named(one: Voices) -> str:
    return f"{one.title.text}, {phrases.when(one)}"


@public
@require_safe
def matter(request: HttpRequest, theme: int) -> HttpResponse:
    """One matter, by any of its themes: an address holds when more are linked."""
    found = queries.matter_of(theme, voices())
    if found is None:
        raise Http404
    context = {
        "title": found.title,
        "caption": pgettext("page", "What rounds have spoken of"),
        "crumbs": crumbs(common.front_step(), (found.title.text, "")),
        "matter": found,
        "direction": phrases.direction(found),
        "chart": trend_chart(found),
        "notes_chart": notes_chart(found),
        "rows": moment_rows(found),
        "moments": [
            {"when": phrases.when(one.voices), "moment": one, "said": one.said[:QUOTES]}
            for one in reversed(found.moments_of_it)
        ],
        "interval_words": phrases.what_interval_means(),
        "change_words": phrases.what_change_means(),
        "is_sample": found.is_sample,
        "leads_to": [Link(*common.front_step()), *_measure()],
    }
    return render(request, "foresight/matter.html", context)


@public
@require_safe
def weak_signals(request: HttpRequest) -> HttpResponse:
    """What is rare, and new or growing: to look at, not a finding."""
    rounds = voices()
    found = queries.signals(rounds, queries.matters(rounds))
    here = pgettext("page", "Weak signals")
    context = {
        "title": here,
        "lead": phrases.what_signal_means(),
        "crumbs": crumbs(common.front_step(), (here, "")),
        "signals": [
            {"signal": one, "why": sheet.why(one), "said": one.matter.now.said[:QUOTES]}
            for one in found
        ],
        "has_two": len(queries.followed(rounds)) > 1,
        "is_sample": any(one.round.is_sample for one in rounds),
        "leads_to": [Link(*common.front_step()), *_measure()],
    }
    return render(request, "foresight/signals.html", context)


@public
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Trends and weak signals for a foresight report, counted."""
    form = common.form_of(request)
    content = report_file(voices(), form)
    count_taken(what="foresight", form=form)
    return attached(f"foresight.{form}", TYPES[form], content)


def report_file(rounds: tuple[Voices, ...], form: str) -> bytes:
    """The report in the reader's language, of the rounds that are compared."""
    rounds = queries.followed(rounds)
    found = queries.matters(rounds)
    signals = queries.signals(rounds, found)
    if form == "json":
        return as_json(report_tree(rounds, found, signals))
    if form == "csv":
        return as_csv(TREND_COLUMNS, trend_rows(found, signals))
    words = tuple(_named(one) for one in rounds)
    is_sample = any(one.round.is_sample for one in rounds)
    return written(sheet.report(found, signals, words, is_sample=is_sample), form)


def report_tree(
    rounds: tuple[Voices, ...], found: list[queries.Matter], signals: list[queries.Signal]
) -> dict[str, Any]:
    return {
        "rounds": [one.slug for one in rounds],
        "is_sample": any(one.round.is_sample for one in rounds),
        "method": trees.method_tree(),
        "trends": [trees.matter_tree(one) for one in found],
        "weak_signals": [trees.signal_tree(one) for one in signals],
    }


def _told(one: queries.Matter) -> dict[str, Any]:
    return {
        "matter": one,
        "direction": phrases.direction(one),
        "moments": [phrases.spoken(moment) for moment in one.moments],
        "chart": trend_chart(one),
    }


def _measure() -> list[Link]:
    href = address_of_measure("1.1.4")
    text = pgettext("plan", "Measure %(number)s of the plan") % {"number": "1.1.4"}
    return [Link(text, href)] if href else []
