"""Responding to proposals, one or several at a time, and publishing the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.faults import AnsweredMeanwhile
from aukio.apps.plan.cocreation.forms.desk import AnswerForm, read_seen, write_seen
from aukio.apps.plan.cocreation.models import Call, Phase, Proposal
from aukio.apps.plan.cocreation.queries import desk as queries
from aukio.apps.plan.cocreation.queries.calls import counts
from aukio.apps.plan.cocreation.queries.desk import find_desk
from aukio.apps.plan.cocreation.views._frame import (
    desk_crumbs,
    get_or_post,
    person,
    reading,
    sent,
    try_and_tell,
)
from aukio.apps.plan.models import Measure
from aukio.apps.plan.rules import TEAM
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault
from aukio.shared.numbers import whole
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import organisations_where

MOST_TOGETHER = 50


@allowed("cocreation.respond", find=find_desk)
@require_safe
def respond_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Proposals by theme, those without a response first; tick those to answer together."""
    call = find_desk(slug)
    rows = list(queries.for_responses(call))
    context = {
        "title": _("Respond to proposals"),
        "caption": str(call),
        "crumbs": desk_crumbs(call),
        "call": call,
        "waiting": _by_theme(one for one in rows if not _responses(one)),
        "answered": [(one, _responses(one)[-1]) for one in rows if _responses(one)],
        "alike": queries.alike(call),
    }
    return render(request, "cocreation/respond.html", context)


def _responses(proposal: Proposal) -> list[Any]:
    return proposal.all_responses  # type: ignore[attr-defined,no-any-return]


def _by_theme(rows: Iterable[Proposal]) -> list[tuple[str, list[Proposal]]]:
    found: dict[str, list[Proposal]] = {}
    for one in rows:
        placement = getattr(one, "placement", None)
        name = str(placement.theme) if placement else pgettext("theme", "No theme")
        found.setdefault(name, []).append(one)
    return list(found.items())


@allowed("cocreation.respond", find=find_desk)
@get_or_post
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """One response for the chosen proposals. What others wrote meanwhile is shown, not lost."""
    call = find_desk(slug)
    chosen = _chosen(request, call)
    if not chosen:
        messages.error(request, _("Tick at least one proposal."))
        return redirect("cocreation:respond", slug)
    now = {one.pk: _responses(one)[-1].sequence if _responses(one) else 0 for one in chosen}
    form = AnswerForm(sent(request), measures=_measures(), initial=_initial(request, chosen, now))
    theirs: list[Any] = []
    if request.method == "POST" and form.is_valid():
        seen = read_seen(form.cleaned_data["seen"])
        seen = {one.pk: seen.get(one.pk, -1) for one in chosen}
        try:
            done = _respond(request, call, form, seen)
        except AnsweredMeanwhile as fault:
            form.add_error(None, str(fault))
            theirs, done = list(fault.theirs), None
            again = request.POST.copy()
            again["seen"] = write_seen(now)  # The next sending is a correction of theirs.
            form.data = again
        if done:
            words = ngettext(
                "The response has been saved.", "The responses have been saved.", len(done)
            )
            messages.success(request, words)
            return redirect("cocreation:respond", slug)
    context = {
        "title": _("Write a response"),
        "caption": str(call),
        "crumbs": desk_crumbs(
            call, (_("Respond to proposals"), reverse("cocreation:respond", args=[slug]))
        ),
        "call": call,
        "chosen": [(one, _responses(one)) for one in chosen],
        "theirs": theirs,
        "is_correction": any(now.values()),
        "form": form,
        "submit": _("Save the response"),
        "back": reverse("cocreation:respond", args=[slug]),
        "keep": "cocreation-respond-" + "-".join(str(one.number) for one in chosen[:20]),
    }
    return render(request, "cocreation/respond_write.html", context)


def _respond(
    request: HttpRequest, call: Call, form: AnswerForm, seen: dict[int, int]
) -> list[Any] | None:
    """The responses made; a fault becomes the form's. Lets ``AnsweredMeanwhile`` through."""
    try:
        return actions.respond(by=person(request), call=call, seen=seen, answer=form.answer())
    except AnsweredMeanwhile:
        raise
    except Fault as fault:
        form.add_error(None, str(fault))
        return None


def _chosen(request: HttpRequest, call: Call) -> list[Proposal]:
    given = request.POST if request.method == "POST" else request.GET
    ids = [pk for one in given.getlist("p") if (pk := whole(one)) is not None]
    return list(queries.for_responses(call).filter(pk__in=ids[:MOST_TOGETHER]))


def _measures() -> Any:
    return Measure.objects.filter(commitment__plan__is_current=True)


def _initial(request: HttpRequest, chosen: list[Proposal], now: dict[int, int]) -> dict[str, Any]:
    """The proposals' language where they share one, the person's unit, and what is corrected."""
    languages = {one.language for one in chosen}
    language = languages.pop() if len(languages) == 1 else ""
    units = organisations_where(request.user, TEAM.room, TEAM.code)
    unit = Organisation.objects.filter(pk__in=units).first()
    initial = {
        "language": language if language in ("fi", "sv", "en") else reading(),
        "responder": str(unit or ""),
        "seen": write_seen(now),
    }
    last = _responses(chosen[0])[-1] if len(chosen) == 1 and _responses(chosen[0]) else None
    if last:
        names = ("decision", "reason", "language", "responder", "led_to", "passed_to")
        initial |= {name: getattr(last, name) for name in names}
        initial["measure"] = last.measure_id
    return initial


@allowed("cocreation.publish_outcome", find=find_desk)
@get_or_post
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Look once more at how many still wait, then let everyone read the responses."""
    call = find_desk(slug)
    told = counts(call)
    if request.method == "POST":
        seen = whole(request.POST.get("without", ""))
        done = try_and_tell(
            request,
            _("Everyone now sees the responses, and proposers are told by e-mail."),
            lambda: actions.publish_outcome(
                by=person(request), call=call, without=-1 if seen is None else seen
            ),
        )
        return redirect("cocreation:outcome" if done else "cocreation:publish", slug)
    context = {
        "title": _("Publish the responses"),
        "caption": str(call),
        "crumbs": desk_crumbs(call),
        "call": call,
        "counts": told,
        "may_publish": call.phase is Phase.CLOSED and not told.waiting and bool(told.answered),
    }
    return render(request, "cocreation/publish.html", context)
