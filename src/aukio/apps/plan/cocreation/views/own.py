"""A proposer's own page, behind the private link: follow, correct, withdraw."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.forms.proposals import ProposalForm
from aukio.apps.plan.cocreation.models import Contact, Proposal, Response, State
from aukio.apps.plan.cocreation.queries.proposals import told, with_parts
from aukio.apps.plan.cocreation.rules import CODE
from aukio.apps.plan.cocreation.views._frame import (
    call_crumbs,
    get_or_post,
    sent,
    try_and_tell,
    try_for_form,
)
from aukio.apps.plan.cocreation.views.proposals import answers
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import by_code
from aukio.shared.accounts.models import Code
from aukio.shared.numbers import whole


def _find(code: str) -> tuple[Code, Proposal]:
    """The code and its proposal. Raises ``Http404`` for any code that opens nothing."""
    found = codes.find(code, CODE)
    if found is None:
        raise Http404
    proposal = with_parts(Proposal.objects.filter(pk=found.target_id)).first()
    if proposal is None:
        raise Http404
    return found, proposal


def _may_correct(proposal: Proposal) -> bool:
    is_answered = Response.objects.filter(proposal=proposal).exists()
    return proposal.call.is_open and proposal.state != State.WITHDRAWN and not is_answered


@by_code
@require_safe
@never_cache
def own(request: HttpRequest, code: str) -> HttpResponse:
    """How the proposal stands, and what its writer can do."""
    _code, proposal = _find(code)
    contact = Contact.objects.filter(proposal=proposal).first()
    context = {
        "title": proposal.title or _("A proposal you have withdrawn"),
        "caption": _("Your proposal"),
        "crumbs": call_crumbs(proposal.call),
        "call": proposal.call,
        "proposal": proposal,
        "told": told(proposal),
        "answers": answers(proposal),
        "address": settings.PUBLIC_URL + reverse("cocreation:own", args=[code]),
        "code": code,
        "contact": contact,
        "may_correct": _may_correct(proposal),
        "may_withdraw": proposal.state != State.WITHDRAWN and not proposal.call.outcome_published,
        "may_forget": bool(contact or proposal.name),
    }
    return render(request, "cocreation/own.html", context)


@by_code
@get_or_post
@never_cache
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """Change the words while the call is open."""
    found, proposal = _find(code)
    if not _may_correct(proposal):
        messages.info(request, _("This proposal can no longer be corrected."))
        return redirect("cocreation:own", code)
    initial = {name: getattr(proposal, name) for name in ProposalForm.base_fields}
    form = ProposalForm(sent(request), call=proposal.call, initial=initial)
    if request.method == "POST" and form.is_valid():
        revision = whole(request.POST.get("revision", ""))
        done = try_for_form(
            form,
            lambda: actions.correct_proposal(
                by=found,
                proposal=proposal,
                revision=revision or 0,
                words=form.words(),
            ),
        )
        if done:
            messages.success(request, _("Corrected. The team checks your proposal again."))
            return redirect("cocreation:own", code)
    context = {
        "title": _("Correct your proposal"),
        "crumbs": call_crumbs(proposal.call),
        "form": form,
        "proposal": proposal,
        "back": reverse("cocreation:own", args=[code]),
        "keep": f"cocreation-correct-{proposal.pk}",
    }
    return render(request, "cocreation/correct.html", context)


@by_code
@get_or_post
@never_cache
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Ask once more, then take the proposal back for good."""
    found, proposal = _find(code)
    if request.method == "POST":
        try_and_tell(
            request,
            _("Your proposal has been withdrawn, and its words removed."),
            lambda: actions.withdraw_proposal(by=found, proposal=proposal),
        )
        return redirect("cocreation:own", code)
    context = {
        "title": _("Withdraw your proposal?"),
        "crumbs": call_crumbs(proposal.call),
        "proposal": proposal,
        "back": reverse("cocreation:own", args=[code]),
    }
    return render(request, "cocreation/withdraw.html", context)


@by_code
@require_POST
@never_cache
def forget(request: HttpRequest, code: str) -> HttpResponse:
    """Remove the name and the address; the proposal stays."""
    found, proposal = _find(code)
    try_and_tell(
        request,
        _("Your name and e-mail address have been removed."),
        lambda: actions.forget_contact(by=found, proposal=proposal),
    )
    return redirect("cocreation:own", code)
