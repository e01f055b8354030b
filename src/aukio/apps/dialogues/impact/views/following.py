"""News by mail: asking, confirming, stopping."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from aukio.apps.dialogues.impact.actions import following as actions
from aukio.apps.dialogues.impact.forms import FollowForm
from aukio.apps.dialogues.impact.models import Edition, Question
from aukio.apps.dialogues.impact.queries.ledger import share_of
from aukio.apps.dialogues.impact.took_part import find_dialogue
from aukio.apps.dialogues.impact.views._common import (
    get_or_post,
    happened,
    language,
    public_crumbs,
)
from aukio.apps.dialogues.models import Publication, Round, RoundStatus
from aukio.apps.dialogues.views._acting import sent, try_for_form
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import by_code, public
from aukio.shared.accounts.limits import Limit, place_of

FOLLOWS = Limit("impact-follows", times=10, seconds=3600)


@public
@get_or_post
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to be told of a round's answers."""
    round = visible_round(request.user, slug)
    form = FollowForm(sent(request))
    if _asked(request, form, round):
        return redirect("impact:round", slug)
    title = _("News by e-mail")
    context = {
        "title": title,
        "caption": title_of(round),
        "crumbs": public_crumbs(round, title),
        "form": form,
        "submit": _("Ask for news"),
    }
    return render(request, "impact/follow.html", context)


@by_code
@get_or_post
def took_part(request: HttpRequest, token: str) -> HttpResponse:
    """With the code from the dialogue: where the round stands, and the form for news."""
    dialogue = find_dialogue(token)
    round = dialogue.round
    form = FollowForm(sent(request))
    if _asked(request, form, round):
        return redirect("impact:took-part", token)
    known = round if round.status != RoundStatus.PLANNED else None
    share = share_of(Question.objects.filter(round=round))
    context = {
        "title": happened()[0],
        "caption": dialogue.title,
        "crumbs": public_crumbs(known, happened()[0]),
        "round": round,
        "form": form,
        "submit": _("Ask for news"),
        "has_summary": Publication.objects.filter(round=round).exists(),
        "has_brief": Edition.objects.filter(round=round).exists(),
        "share": share,
        "answered": share.in_time + share.later,
    }
    response = render(request, "impact/took_part.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _asked(request: HttpRequest, form: FollowForm, round: Round) -> bool:
    """The letter that asks to confirm is on its way. Never tells whether one follows already."""
    if request.method != "POST" or not form.is_valid():
        return False
    email = form.cleaned_data["email"]
    if not (FOLLOWS.take(place_of(request)) and FOLLOWS.take(email.lower())):
        form.add_error(None, _("Too many requests. Try again in an hour."))
        return False
    if not try_for_form(
        form,
        "email",
        lambda: actions.follow(email=email, round=round, language=language()),
    ):
        return False
    messages.success(request, _("Open the letter we sent you and confirm."))
    return True


@by_code
@get_or_post
def following(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm or stop. Opening the page changes nothing: mail programs open links too."""
    found = actions.find_follower(token)
    if request.method == "POST" and "confirm" in request.POST:
        actions.confirm(follower=found)
        messages.success(request, _("You now get news by e-mail."))
        return redirect("impact:following", token)
    if request.method == "POST":
        return _stopped(request, token)
    context = {
        "title": _("News by e-mail"),
        "caption": title_of(found.round),
        "crumbs": public_crumbs(found.round, _("News by e-mail")),
        "follower": found,
        "round": found.round,
    }
    return render(request, "impact/following.html", context)


@csrf_exempt  # the signed token is the proof: a mail program has no cookie (RFC 8058)
@by_code
@get_or_post
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One-click: a POST stops the letters; a GET only shows the page with the button."""
    if request.method == "POST":
        return _stopped(request, token)
    actions.find_follower(token)
    return redirect("impact:following", token)


def _stopped(request: HttpRequest, token: str) -> HttpResponse:
    actions.stop(follower=actions.find_follower(token))
    context = {"title": _("No more letters"), "lead": _("Your address has been removed.")}
    return render(request, "ui/base.html", context)
