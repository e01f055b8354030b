"""Signing up without an account; one's own place by a private code."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.dialogues.organising.actions import places
from aukio.apps.dialogues.organising.forms.taking_part import ChangeForm, SignUpForm
from aukio.apps.dialogues.organising.models import Gathering, SignUp
from aukio.apps.dialogues.organising.queries.place import place_facts, turn_of
from aukio.apps.dialogues.organising.views._finding import find_page, find_sign_up
from aukio.apps.dialogues.organising.views._ways import crumbs, facts, list_step, page_step
from aukio.apps.dialogues.views._acting import said, sent, try_for_form
from aukio.shared.accounts.access import by_code, public
from aukio.shared.accounts.limits import Limit, place_of
from aukio.shared.faults import Fault

# A class or a whole library may sign up from behind one network address.
SIGN_UPS = Limit("organising-sign-ups", times=400, seconds=3600)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, key: str) -> HttpResponse:
    """Take a place at a dialogue."""
    one = find_page(key)
    form = SignUpForm(sent(request))
    gathering = Gathering.objects.filter(pk=one.gathering or 0).first()
    if request.method == "POST" and gathering is not None and form.is_valid():
        answer = take_place(request, form, gathering)
        if answer is not None:
            return answer
    context = {
        "title": _("Sign up"),
        "caption": one.title,
        "crumbs": crumbs(list_step(), page_step(one), (_("Sign up"), "")),
        "form": form,
        "one": one,
        "rows": facts(one),
        "is_open": one.is_open,
        "is_full": one.free == 0,
        "forgotten": gathering.forgotten_on if gathering else None,
        "submit": _("Join the waiting list") if one.free == 0 else _("Sign up"),
        "back": reverse("organising:dialogue", args=[key]),
    }
    return render(request, "organising/sign_up.html", context)


def take_place(request: HttpRequest, form: SignUpForm, gathering: Gathering) -> HttpResponse | None:
    """The way to one's own page; nothing when the form has to be mended."""
    if not SIGN_UPS.take(place_of(request)):
        form.add_error(None, _("Many people have signed up from here. Try again in an hour."))
        return None
    made = try_for_form(
        form,
        None,
        lambda: places.sign_up(
            by=request.user,
            gathering=gathering,
            language=(get_language() or "fi")[:2],
            **form.cleaned_data,
        ),
    )
    if not made:
        return None
    signed, token = made
    messages.success(
        request, _("You have a place.") if signed.has_place else _("You are on the waiting list.")
    )
    return redirect("organising:place", token)


@by_code
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, token: str) -> HttpResponse:
    """One's own place: what one told, one's turn, changing and cancelling."""
    code, signed = find_sign_up(token)
    form = ChangeForm(sent(request), initial=_as_told(signed))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form, None, lambda: places.change(by=code, sign_up=signed, **form.cleaned_data)
        )
        if done:
            messages.success(request, _("What you told has been changed."))
            return redirect("organising:place", token)
    context = {
        "title": pgettext("page", "Your place"),
        "form": form,
        "token": token,
        "may_follow": bool(signed.email and getattr(signed.gathering, "announcement", None)),
        "signed": signed,
        "turn": turn_of(signed),
        "rows": place_facts(signed),
        "forgotten": signed.gathering.forgotten_on,
        "address": request.build_absolute_uri(),
        "crumbs": crumbs((pgettext("page", "Your place"), "")),
    }
    return render(request, "organising/place.html", context)


def _as_told(signed: SignUp) -> dict[str, str]:
    needs = getattr(signed, "needs", None)
    return {
        "name": signed.name,
        "access": needs.access if needs else "",
        "diet": needs.diet if needs else "",
    }


@by_code
@require_POST
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Be told by mail what comes of what people said; no account is needed."""
    code, signed = find_sign_up(token)
    try:
        is_on = places.follow_round(by=code, sign_up=signed, language=(get_language() or "fi")[:2])
    except Fault as fault:
        messages.error(request, said(fault))
    else:
        messages.success(
            request,
            _("You now get news by e-mail.")
            if is_on
            else _("Open the letter we sent you and confirm."),
        )
    return redirect("organising:place", token)


@by_code
@require_POST
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Give the place up; everything one told is deleted at once."""
    code, signed = find_sign_up(token)
    places.cancel(by=code, sign_up=signed)
    context = {
        "title": _("Cancelled"),
        "lead": _("Your place has been cancelled and what you told has been deleted."),
        "crumbs": crumbs((_("Cancelled"), "")),
    }
    return render(request, "ui/base.html", context)
