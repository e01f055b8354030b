"""Sending a proposal, and reading those that have been published."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.forms.proposals import FindForm, NewProposalForm
from aukio.apps.plan.cocreation.models import Call, Question
from aukio.apps.plan.cocreation.queries import proposals as queries
from aukio.apps.plan.cocreation.queries.calls import find_call
from aukio.apps.plan.cocreation.views._frame import call_crumbs, get_or_post, sent, try_for_form
from aukio.apps.plan.cocreation.views.calls import files
from aukio.shared.accounts.access import public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import memberships

PROPOSALS = Limit("cocreation-proposals", times=10, seconds=3600)
ON_A_PAGE = 30


@public
@get_or_post
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Anyone may propose while the call is open; no account is needed."""
    call = find_call(request.user, slug)
    if not call.is_open:
        messages.info(request, _("The call is not open. This page tells when it is."))
        return redirect("cocreation:call", slug)
    form = NewProposalForm(sent(request), call=call, organisations=_own(request.user))
    if request.method == "POST" and form.is_valid():
        done = _send(request, call, form)
        if done:
            messages.success(request, _("Thank you. Your proposal has been sent."))
            return redirect("cocreation:own", done.code)
    context = {
        "title": _("Make a proposal"),
        "caption": str(call),
        "crumbs": call_crumbs(call),
        "call": call,
        "form": form,
        "submit": _("Send the proposal"),
        "back": reverse("cocreation:call", args=[slug]),
        "keep": f"cocreation-propose-{slug}",
    }
    return render(request, "cocreation/propose.html", context)


def _send(request: HttpRequest, call: Call, form: NewProposalForm) -> actions.Sent | None:
    if not PROPOSALS.take(place_of(request)):
        form.add_error(None, _("Many proposals have come from here. Try again in an hour."))
        return None
    given = form.cleaned_data
    return try_for_form(
        form,
        lambda: actions.propose(
            by=request.user,
            call=call,
            words=form.words(),
            email=given["email"],
            organisation=given.get("organisation"),
        ),
    )


def _own(person: Any) -> Any:
    """The organisations the person may propose for."""
    if not person.is_authenticated:
        return None
    own = {organisation for _room, _role, organisation in memberships(person)}
    return Organisation.objects.filter(pk__in=own) if own else None


@public
@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """Published proposals, with search and filter."""
    call = find_call(request.user, slug)
    form = FindForm(
        request.GET,
        themes=list(queries.themes(call)),
        with_decisions=call.outcome_published is not None,
    )
    wanted = form.wanted()
    page = Paginator(queries.find(call, wanted), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": _("Proposals"),
        "caption": str(call),
        "crumbs": call_crumbs(call),
        "call": call,
        "form": form,
        "wanted": wanted,
        "page": page,
        "told": [queries.told(one) for one in page.object_list],
        "files": files(call),
    }
    return render(request, "cocreation/proposals.html", context)


@public
@require_safe
def proposal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One proposal with its response, and earlier responses that were corrected."""
    call = find_call(request.user, slug)
    told = queries.find_proposal(call, number)
    every = reverse("cocreation:proposals", args=[slug])
    context = {
        "title": told.proposal.title,
        "caption": _("Proposal %(number)d") % {"number": number},
        "crumbs": call_crumbs(call, (pgettext("page", "Proposals"), every)),
        "call": call,
        "told": told,
        "proposal": told.proposal,
        "answers": answers(told.proposal),
    }
    return render(request, "cocreation/proposal.html", context)


def answers(proposal: Any) -> list[tuple[str, str]]:
    """Each question with what was written, as far as there is something."""
    pairs = [(str(one.label), getattr(proposal, one.value)) for one in Question]
    return [(question, text) for question, text in pairs if text]
