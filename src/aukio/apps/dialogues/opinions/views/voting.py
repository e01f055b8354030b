"""Voting without an account: what it is, a private link, one statement at a time."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.opinions import actions, queries
from aukio.apps.dialogues.opinions.forms import ProposalForm
from aukio.apps.dialogues.opinions.models import Choice, Stage
from aukio.apps.dialogues.opinions.views._finding import public_way, visible, voter_or_404
from aukio.apps.dialogues.views._acting import said, sent, try_for_form
from aukio.shared.accounts.access import by_code, public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.shared.faults import Fault

JOINING = Limit("opinions-join", times=60, seconds=3600)
ORDER = (Choice.AGREE, Choice.DISAGREE, Choice.PASS)


@public
@require_safe
def conversation(request: HttpRequest, conversation: int) -> HttpResponse:
    """What is asked, how it works and what becomes of the votes."""
    held = visible(request.user, conversation)
    shown = queries.question(held)
    context = {
        "title": shown,
        "caption": pgettext("page", "Opinion map"),
        "crumbs": public_way(held, (shown.text, "")),
        "conversation": held,
        "round": held.round,
        "is_open": held.stage == Stage.OPEN,
        "has_results": held.results_shown,
    }
    return render(request, "opinions/conversation.html", context)


@public
@require_POST
def join(request: HttpRequest, conversation: int) -> HttpResponse:
    """Begin: leads to a private page of one's own."""
    held = visible(request.user, conversation)
    if not JOINING.take(place_of(request)):
        messages.error(
            request, _("Very many have begun from your network just now. Try again in an hour.")
        )
        return redirect("opinions:conversation", conversation=held.pk)
    try:
        code = actions.join(conversation=held)
    except Fault as fault:
        messages.error(request, said(fault))
        return redirect("opinions:conversation", conversation=held.pk)
    return redirect("opinions:vote", code=code)


@by_code
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """One statement, three answers; afterwards all of them, to change one's mind."""
    voter = voter_or_404(code)
    ballot = queries.ballot(voter)
    if request.method == "POST":
        statement = ballot.get(_number(request.POST.get("statement")))
        value = _number(request.POST.get("value"))
        if statement is None or value is None:
            messages.error(request, _("The vote was not understood. Choose again."))
            return redirect("opinions:vote", code=code)
        try:
            actions.cast(voter=voter, statement=statement, value=value)
        except Fault as fault:
            messages.error(request, said(fault))
        return redirect("opinions:vote", code=code)
    chosen = ballot.get(_number(request.GET.get("statement"))) or ballot.next
    held = voter.conversation
    shown = queries.question(held)
    context = {
        "title": shown,
        "caption": pgettext("page", "Opinion map"),
        "crumbs": public_way(
            held,
            (shown.text, reverse("opinions:conversation", args=[held.pk])),
            (_("Your votes"), ""),
        ),
        "conversation": held,
        "code": code,
        "is_open": held.stage == Stage.OPEN,
        "statement": chosen,
        "words": queries.words(chosen) if chosen else None,
        "choices": ORDER,
        "done": ballot.done,
        "total": len(ballot.statements),
        "progress": _("%(done)d of %(total)d statements")
        % {"done": ballot.done, "total": len(ballot.statements)},
        "given": [
            (one, queries.words(one), Choice(ballot.votes[one.pk]).label)
            for one in ballot.statements
            if one.pk in ballot.votes
        ],
        "may_propose": queries.may_propose(voter),
        "proposed": queries.proposed_by(voter),
        "link": request.build_absolute_uri(reverse("opinions:vote", args=[code])),
    }
    return render(request, "opinions/vote.html", context)


@by_code
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, code: str) -> HttpResponse:
    """A statement of one's own; others see it when a person has read and accepted it."""
    voter = voter_or_404(code)
    held = voter.conversation
    here = reverse("opinions:vote", args=[code])
    form = ProposalForm(sent(request), initial={"language": (get_language() or "fi")[:2]})
    if request.method == "POST" and form.is_valid():
        made = try_for_form(form, "text", lambda: actions.propose(voter=voter, **form.cleaned_data))
        if made:
            messages.success(
                request,
                _("Thank you. A person reads your statement before others can vote on it."),
            )
            return redirect(here)
    if request.method != "POST" and not queries.may_propose(voter):
        messages.error(request, _("Statements of your own are not taken now."))
        return redirect(here)
    title = pgettext("page", "Propose a statement")
    context = {
        "title": title,
        "caption": queries.question(held).text,
        "crumbs": public_way(
            held,
            (queries.question(held).text, reverse("opinions:conversation", args=[held.pk])),
            (title, ""),
        ),
        "form": form,
        "submit": _("Send the statement"),
        "back": here,
        "left": queries.proposals_left(voter),
    }
    return render(request, "opinions/propose.html", context)


@by_code
@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Take every vote back, for good."""
    voter = voter_or_404(code)
    held = voter.conversation
    actions.withdraw(voter=voter)
    messages.success(request, _("All your votes have been deleted."))
    if held.stage == Stage.OPEN or held.results_shown:
        return redirect("opinions:conversation", conversation=held.pk)
    return redirect("dialogues:round", slug=held.round.slug)


def _number(given: str | None) -> int | None:
    try:
        return int(given or "")
    except ValueError:
        return None
