"""The team's desk: calls, how far each is, and checking proposals."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.forms.calls import CallForm, NewCallForm, as_it_is
from aukio.apps.plan.cocreation.forms.proposals import PUBLISH, CheckForm
from aukio.apps.plan.cocreation.models import Call, Proposal
from aukio.apps.plan.cocreation.queries.calls import counts
from aukio.apps.plan.cocreation.queries.desk import find_desk, find_to_check, to_check
from aukio.apps.plan.cocreation.views._frame import (
    crumbs,
    desk_crumbs,
    get_or_post,
    person,
    sent,
    try_and_tell,
    try_for_form,
)
from aukio.apps.plan.cocreation.views.proposals import answers
from aukio.shared.accounts.access import allowed


@allowed("cocreation.manage_calls")
@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """Every call, and the way to a new one."""
    context = {
        "title": _("Calls for proposals"),
        "crumbs": crumbs(),
        "calls": Call.objects.all(),
    }
    return render(request, "cocreation/desks.html", context)


@allowed("cocreation.manage_calls")
@get_or_post
def new_call(request: HttpRequest) -> HttpResponse:
    """Prepare a call; nobody else sees it before it is shown."""
    form = NewCallForm(sent(request))
    if request.method == "POST" and form.is_valid():
        slug = form.cleaned_data["slug"]
        done = try_for_form(
            form, lambda: actions.prepare_call(by=person(request), slug=slug, asked=form.asked())
        )
        if done:
            messages.success(request, _("The call has been saved. Only the team sees it."))
            return redirect("cocreation:desk", done.slug)
    context = {
        "title": _("Prepare a call"),
        "crumbs": crumbs((_("Calls for proposals"), reverse("cocreation:desks"))),
        "form": form,
        "back": reverse("cocreation:desks"),
        "keep": "cocreation-call-new",
    }
    return render(request, "ui/form_page.html", context)


@allowed("cocreation.manage_calls", find=find_desk)
@get_or_post
def edit_call(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what is asked, or the days."""
    call = find_desk(slug)
    form = CallForm(sent(request), initial=as_it_is(call))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            lambda: actions.change_call(
                by=person(request),
                call=call,
                revision=form.cleaned_data["revision"] or 0,
                asked=form.asked(),
            ),
        )
        if done:
            messages.success(request, _("The call has been saved."))
            return redirect("cocreation:desk", slug)
    context = {
        "title": _("Edit the call"),
        "caption": str(call),
        "crumbs": desk_crumbs(call),
        "form": form,
        "back": reverse("cocreation:desk", args=[slug]),
        "keep": f"cocreation-call-{call.pk}",
    }
    return render(request, "ui/form_page.html", context)


@allowed("cocreation.manage_calls", find=find_desk)
@require_POST
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Let everyone see the call."""
    call = find_desk(slug)
    try_and_tell(
        request,
        _("Everyone now sees the call."),
        lambda: actions.show_call(by=person(request), call=call),
    )
    return redirect("cocreation:desk", slug)


@allowed("cocreation.manage_calls", find=find_desk)
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """One call at work: what waits, and what comes next."""
    call = find_desk(slug)
    context = {
        "title": str(call),
        "caption": pgettext("page", "Desk"),
        "crumbs": desk_crumbs(call)[:-1],
        "call": call,
        "counts": counts(call),
    }
    return render(request, "cocreation/desk.html", context)


@allowed("cocreation.check_proposals", find=find_desk)
@require_safe
def check_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Proposals nobody has checked yet."""
    call = find_desk(slug)
    context = {
        "title": _("Check proposals"),
        "caption": str(call),
        "crumbs": desk_crumbs(call),
        "call": call,
        "proposals": list(to_check(call)),
        "refused": call.proposals.filter(state="refused"),
    }
    return render(request, "cocreation/check_list.html", context)


@allowed("cocreation.check_proposals", find=find_to_check)
@get_or_post
def check(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Publish the proposal, or leave it unpublished and say why."""
    proposal = find_to_check(slug, number)
    form = CheckForm(sent(request), initial={"revision": proposal.revision})
    if request.method == "POST" and form.is_valid():
        done = try_for_form(form, lambda: _settle(request, proposal, form.cleaned_data))
        if done:
            messages.success(request, _("Saved."))
            following = to_check(proposal.call).first()
            if following:
                return redirect("cocreation:check", slug, following.number)
            return redirect("cocreation:desk", slug)
    context = {
        "title": proposal.title,
        "caption": _("Proposal %(number)d") % {"number": number},
        "crumbs": desk_crumbs(
            proposal.call, (_("Check proposals"), reverse("cocreation:check-list", args=[slug]))
        ),
        "proposal": proposal,
        "answers": answers(proposal),
        "form": form,
        "keep": f"cocreation-check-{proposal.pk}",
    }
    return render(request, "cocreation/check.html", context)


def _settle(request: HttpRequest, proposal: Proposal, given: dict[str, Any]) -> Proposal:
    by, revision = person(request), given["revision"]
    if given["outcome"] == PUBLISH:
        return actions.publish_proposal(by=by, proposal=proposal, revision=revision)
    return actions.refuse_proposal(
        by=by,
        proposal=proposal,
        revision=revision,
        ground=given["outcome"],
        reason=given["reason"],
    )
