"""Changing a kept text: letting a finding be, sharing, deleting. All are sent, none is opened."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aukio.apps.wording.actions import texts as actions
from aukio.apps.wording.bounds import DEEP, take
from aukio.apps.wording.forms import LetBeForm, ShareForm
from aukio.apps.wording.queries import texts
from aukio.apps.wording.views._page import try_and_tell
from aukio.apps.wording.views.kept import found, session_key
from aukio.shared.accounts.access import by_code
from aukio.shared.accounts.sealing import seal
from aukio.shared.faults import Fault


@by_code
@require_POST
def let_be(request: HttpRequest, code: str) -> HttpResponse:
    """Let a finding or a whole rule be, with a reason."""
    text, form = found(texts.own(code)), LetBeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write why the finding may be as it is."))
        return redirect("wording:text", code=code)

    def act() -> None:
        take(DEEP, request)
        actions.let_be(by=request.user, text=text, one=form.let_be())

    try_and_tell(request, _("The finding is let be. Your reason is told with the findings."), act)
    return redirect("wording:text", code=code)


@by_code
@require_POST
def mind(request: HttpRequest, code: str) -> HttpResponse:
    """Look at what was let be again."""
    text = found(texts.own(code))
    given = request.POST.get("number", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else -1

    def act() -> None:
        take(DEEP, request)
        actions.mind_again(by=request.user, text=text, number=number)

    try_and_tell(request, _("The findings are looked at again."), act)
    return redirect("wording:text", code=code)


@by_code
@require_POST
def share(request: HttpRequest, code: str) -> HttpResponse:
    """Make a link for others. It is shown to its maker in this browser only."""
    text, form = found(texts.own(code)), ShareForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose from 1 to 90 days."))
        return redirect("wording:text", code=code)
    try:
        token = actions.share(by=request.user, row=text.row, days=form.cleaned_data["days"])
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect("wording:text", code=code)
    link = request.build_absolute_uri(reverse("wording:shared", args=[token]))
    request.session[session_key(text)] = seal(link)
    messages.success(request, _("The text is shared. Copy the link below."))
    return redirect(reverse("wording:text", args=[code]) + "#share")


@by_code
@require_POST
def delete(request: HttpRequest, code: str) -> HttpResponse:
    """Delete the text at once, and every link to it."""
    text = found(texts.own(code))
    actions.delete(by=request.user, row=text.row)
    request.session.pop(session_key(text), None)
    messages.success(request, _("The text has been deleted."))
    return redirect("wording:check")
