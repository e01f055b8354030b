"""News by mail: asking, confirming, stopping."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from aukio.apps.dialogues.impact.actions import following as actions
from aukio.apps.dialogues.impact.forms import FollowForm
from aukio.apps.dialogues.impact.views._common import get_or_post, language, public_crumbs
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
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if not (FOLLOWS.take(place_of(request)) and FOLLOWS.take(email.lower())):
            form.add_error(None, _("Too many requests. Try again in an hour."))
        elif try_for_form(
            form,
            "email",
            lambda: actions.follow(email=email, round=round, language=language()),
        ):
            messages.success(request, _("Open the letter we sent you and confirm."))
            return redirect("impact:round", slug)
    title = _("News by e-mail")
    context = {
        "title": title,
        "caption": title_of(round),
        "lead": _("You get a letter when an owner answers or tells more. Nothing else is sent."),
        "crumbs": public_crumbs(round, title),
        "form": form,
        "submit": _("Ask for news"),
    }
    return render(request, "ui/form_page.html", context)


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
    context = {"title": _("News by e-mail"), "caption": title_of(found.round), "follower": found}
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
