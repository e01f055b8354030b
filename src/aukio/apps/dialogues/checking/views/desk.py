"""The core group's pages: who was asked, what they said, and answering."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.checking import actions, queries
from aukio.apps.dialogues.checking.forms import AgainForm, AnswerForm, AskForm
from aukio.apps.dialogues.checking.models import Remark
from aukio.apps.dialogues.checking.views.looking import find_review, get_or_post
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed
from aukio.shared.accounts.sealing import unseal
from aukio.shared.i18n.times import short_date
from aukio.ui.components.tables import Cell
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import element


def find_remark(remark: int, **_rest: Any) -> Remark:
    rows = Remark.objects.select_related("review__dialogue__round", "sentence__theme")
    return get_object_or_404(rows, pk=remark)


@allowed("checking.ask", find=find_round)
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who was asked, and every remark."""
    round = find_round(slug)
    context = {
        "title": _title(),
        "crumbs": _ways(round),
        "round": round,
        "head": [
            pgettext("column", "Dialogue"),
            pgettext("column", "Last day"),
            pgettext("column", "State"),
            pgettext("column", "Letter"),
        ],
        "rows": [_row(one) for one in queries.reviews(round)],
        "remarks": queries.remarks(round),
        "left": len(queries.to_ask(round)),
        "is_published": round.publications.exists(),
    }
    return render(request, "checking/desk.html", context)


@allowed("checking.ask", find=find_round)
@get_or_post
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the last day and the addresses, and send."""
    round = find_round(slug)
    form = AskForm(sent(request), asked=queries.to_ask(round))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: actions.ask_organisers(
                by=actor(request),
                round=round,
                due=form.cleaned_data["due"],
                addresses=form.addresses(),
                languages=form.languages(),
            ),
        )
        if made:
            told = ngettext(
                "%(count)d letter is on its way.", "%(count)d letters are on their way.", len(made)
            )
            messages.success(request, told % {"count": len(made)})
            return redirect("checking:desk", slug)
    title = _("Ask the organisers")
    context = {
        "title": title,
        "lead": _(
            "Each organiser gets a private link to see how the draft uses their dialogue. "
            "Leave an address empty to leave a dialogue out."
        ),
        "crumbs": _ways(round, title),
        "form": form,
        "submit": _("Send the letters"),
        "back": reverse("checking:desk", args=[slug]),
    }
    return render(request, "ui/form_page.html", context)


@allowed("checking.ask", find=find_review)
@get_or_post
def again(request: HttpRequest, review: int) -> HttpResponse:
    """Send one letter anew; the earlier link stops working."""
    found = find_review(review)
    round = found.dialogue.round
    form = AgainForm(sent(request), initial={"email": unseal(found.sealed_email)})
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "due",
            lambda: actions.ask_again(by=actor(request), review=found, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("A new letter is on its way. The earlier link is closed."))
            return redirect("checking:desk", round.slug)
    title = _("Send the letter again")
    context = {
        "title": title,
        "caption": found.dialogue.title,
        "crumbs": _ways(round, title),
        "form": form,
        "submit": title,
        "back": reverse("checking:desk", args=[round.slug]),
    }
    return render(request, "ui/form_page.html", context)


@allowed("checking.answer", find=find_remark)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, remark: int) -> HttpResponse:
    """Answer a remark."""
    found = find_remark(remark)
    round = found.review.dialogue.round
    start = {"outcome": found.outcome, "text": found.answer}
    form = AnswerForm(sent(request), initial=start)
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "outcome",
            lambda: actions.answer(by=actor(request), remark=found, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("The organiser now sees your answer."))
            return redirect("checking:desk", round.slug)
    title = _("Answer a remark")
    context = {
        "title": title,
        "caption": found.review.dialogue.title,
        "crumbs": _ways(round, title),
        "remark": found,
        "form": form,
        "submit": _("Save the answer"),
        "back": reverse("checking:desk", args=[round.slug]),
    }
    return render(request, "checking/answer.html", context)


def _row(one: Any) -> list[Cell]:
    again = reverse("checking:again", args=[one.pk])
    link = element(
        "a",
        {"class": "govuk-link", "href": again},
        _("Send again"),
        element("span", {"class": "govuk-visually-hidden"}, f": {one.dialogue.title}"),
    )
    return [
        Cell(one.dialogue.title),
        Cell(short_date(one.due)),
        Cell(_state(one)),
        Cell("" if one.done_at else link),
    ]


def _state(one: Any) -> str:
    if one.waiting:
        waiting = ngettext("%(count)d remark to answer", "%(count)d remarks to answer", one.waiting)
        return waiting % {"count": one.waiting}
    if one.done_at:
        return pgettext("review", "Looked through")
    if one.reminders:
        return pgettext("review", "Reminded")
    return pgettext("review", "Asked")


def _title() -> str:
    return pgettext("page", "Organisers' check")


def _ways(round: Round, here: str = "") -> list[Crumb]:
    summary = (pgettext("page", "Summary"), reverse("dialogues:summary-desk", args=[round.slug]))
    desk = (_title(), reverse("checking:desk", args=[round.slug]))
    if here:
        return crumbs(*desk_steps(round), summary, desk, (here, ""))
    return crumbs(*desk_steps(round), summary, (_title(), ""))
