"""Commenting and following, for anyone; answering, for the team."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from aukio.apps.plan import forms
from aukio.apps.plan.actions import following, voices
from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Comment, Measure, Subscription
from aukio.apps.plan.queries.plan import find_measure
from aukio.apps.plan.views._frame import Both, form_page, frame, get_or_post, language
from aukio.shared.accounts.access import allowed, by_code, public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault

COMMENTS = Limit("plan-comments", times=10, seconds=3600)
FOLLOWS = Limit("plan-follows", times=10, seconds=3600)


@public
@get_or_post
def comment(request: HttpRequest, number: str) -> HttpResponse:
    """Anyone may say what they think of a measure."""
    measure = find_measure(number)
    form = forms.CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not COMMENTS.take(place_of(request)):
            form.add_error(None, _("Many comments have come from here. Try again in an hour."))
        else:
            voices.comment(
                by=request.user, measure=measure, language=language(), **form.cleaned_data
            )
            messages.success(request, _("Thank you. The team reads your comment and responds."))
            return redirect("plan:measure", number=number)
    context = frame(measure, _("Comment on the measure"), form=form, submit=_("Send the comment"))
    return render(request, "plan/comment.html", context | {"keep": f"plan-comment-{number}"})


def find_comment(number: str, pk: int) -> Comment:
    """A comment on a measure of the current plan."""
    rows = Comment.objects.select_related("measure__commitment__plan")
    mine = {"measure__number": number, "measure__commitment__plan__is_current": True}
    return get_object_or_404(rows, pk=pk, **mine)


@allowed("plan.answer_comment", find=find_comment)
@get_or_post
def answer(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The team or the lead responds, with reasons."""
    found = find_comment(number, pk)
    form = forms.AnswerForm(request.POST or None, initial=_answered(found))
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            voices.answer_comment(
                by=cast(Person, request.user),
                comment=found,
                shown=form.cleaned_data["shown"] == "yes",
                response=form.cleaned_data["response"],
                replacing=form.cleaned_data["replacing"],
                language=language(),
            )
        except EditedMeanwhile as edited:
            theirs = edited.theirs
            mine = form.cleaned_data["response"]
            conflict = [Both(form.fields["response"].label, theirs.response, mine)]
            form = forms.AnswerForm({**request.POST.dict(), **_moment(theirs)})
        else:
            messages.success(request, _("The response has been saved."))
            return redirect("plan:measure", number=number)
    context = frame(found.measure, _("Respond to a comment"), form=form, comment=found)
    context["conflict"] = conflict
    return form_page(request, context, conflict=conflict, template="plan/answer.html")


def _answered(comment: Comment) -> dict[str, str]:
    shown = "no" if comment.shown is False else "yes"
    return {"response": comment.response, "shown": shown, **_moment(comment)}


def _moment(comment: Comment) -> dict[str, str]:
    return {"replacing": voices.moment_of(comment)}


@public
@get_or_post
def follow(request: HttpRequest, number: str = "") -> HttpResponse:
    """Ask for news of a measure, or of the whole plan, by mail."""
    measure: Measure | None = find_measure(number) if number else None
    form = forms.FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if not (FOLLOWS.take(place_of(request)) and FOLLOWS.take(email.lower())):
            form.add_error(None, _("Too many requests. Try again in an hour."))
        else:
            return _ask(request, form, email, measure)
    context = {
        "title": _("News by e-mail"),
        "caption": f"{measure.number} {measure.title}" if measure else "",
        "lead": _("You get a letter when something is reported. Nothing else is sent."),
        "form": form,
        "submit": _("Ask for news"),
    }
    return render(request, "ui/form_page.html", context)


def _ask(
    request: HttpRequest, form: forms.FollowForm, email: str, measure: Measure | None
) -> HttpResponse:
    try:
        following.follow(by=request.user, email=email, measure=measure, language=language())
    except Fault as fault:
        form.add_error("email", str(fault.what))
        return render(request, "ui/form_page.html", {"title": _("News by e-mail"), "form": form})
    messages.success(request, _("Open the letter we sent you and confirm."))
    return redirect("plan:measure", measure.number) if measure else redirect("plan:plan")


@by_code
@get_or_post
def subscription(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm or stop. Opening the page changes nothing: mail programs open links too."""
    found = following.find_subscription(token)
    if found is None:
        return _no_more(request)
    if request.method == "POST" and "confirm" in request.POST:
        following.confirm(by=request.user, subscription=found)
        messages.success(request, _("You now get news by e-mail."))
        return redirect("plan:subscription", token)
    if request.method == "POST":
        return _stopped(request, found)
    context = {"title": _("News by e-mail"), "subscription": found}
    return render(request, "plan/subscription.html", context)


@csrf_exempt  # the signed token is the proof: a mail program has no cookie (RFC 8058)
@by_code
@get_or_post
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One-click: a POST stops the letters; a GET only shows the page with the button.

    Asking again when they have been stopped is answered the same.
    """
    found = following.find_subscription(token)
    if found is None:
        return _no_more(request)
    if request.method == "POST":
        return _stopped(request, found)
    return redirect("plan:subscription", token)


def _stopped(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    following.stop(by=request.user, subscription=subscription)
    return _no_more(request)


def _no_more(request: HttpRequest) -> HttpResponse:
    context = {"title": _("No more letters"), "lead": _("Your address has been removed.")}
    return render(request, "ui/base.html", context)
