"""The reply page, opened by the link in a letter; no account is needed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues.organising.actions import inviting as actions
from aukio.apps.dialogues.organising.forms.cockpit import ReplyForm
from aukio.apps.dialogues.organising.views._round_finding import find_invited
from aukio.apps.dialogues.organising.views._ways import crumbs, title_of
from aukio.apps.dialogues.views._acting import sent, try_for_form
from aukio.shared.accounts.access import by_code

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@by_code
@never_cache
@get_or_post
def reply(request: HttpRequest, token: str) -> HttpResponse:
    """Yes, no or later. Opening the page changes nothing: mail programs open links too."""
    code, invited = find_invited(token)
    start = {"answer": invited.reply, "remark": invited.remark}
    form = ReplyForm(sent(request), initial=start)
    round = invited.invitation.round
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "answer",
            lambda: actions.reply(by=code, invited=invited, **form.cleaned_data),
        )
        if done:
            messages.success(request, _("Thank you for your reply. You can still change it here."))
            return redirect("organising:reply", token)
    title = _("Do you take part?")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "lead": invited.contact.organisation_name,
        "crumbs": crumbs((title, "")),
        "form": form,
        "submit": _("Send the reply"),
        "token": token,
        "is_in": invited.reply == "yes",
        "register": reverse("organising:register", args=[round.slug]),
    }
    return render(request, "organising/reply.html", context)


@csrf_exempt  # the code is the proof: a mail program has no cookie (RFC 8058)
@by_code
@get_or_post
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """One-click: a POST stops the letters; a GET only leads to the page with the button."""
    code, invited = find_invited(token)
    if request.method != "POST":
        return redirect("organising:reply", token)
    actions.unsubscribe(by=code, contact=invited.contact)
    context = {
        "title": _("No more letters"),
        "lead": _("Your name and address have been removed."),
        "crumbs": crumbs((_("No more letters"), "")),
    }
    return render(request, "ui/base.html", context)
