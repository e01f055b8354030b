"""Feedback on the service and its accessibility."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aukio.shared.accounts.access import public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.ui.actions import send_feedback
from aukio.ui.forms import FeedbackForm

FEEDBACK = Limit("feedback", times=10, seconds=60 * 60)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """The form, and its sending: the letter waits in the outbox."""
    if request.method == "POST" and settings.CONTACT:
        return _send(request)
    form = FeedbackForm(initial={"page": request.GET.get("page", "")})
    return _page(request, form)


def _send(request: HttpRequest) -> HttpResponse:
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    if not FEEDBACK.take(place_of(request)):
        form.add_error(None, _("Much feedback has come from here. Try again in an hour."))
        return _page(request, form, status=429)
    given = form.cleaned_data
    send_feedback(by=request.user, text=given["text"], page=given["page"], answer_to=given["email"])
    messages.success(request, _("Thank you. Your feedback is on its way to us."))
    return redirect("feedback")


def _page(request: HttpRequest, form: FeedbackForm, status: int = 200) -> HttpResponse:
    context = {
        "title": _("Give feedback"),
        "form": form,
        "submit": _("Send feedback"),
        "keep": "feedback",
        "has_contact": bool(settings.CONTACT),
    }
    return render(request, "ui/pages/feedback.html", context, status=status)
