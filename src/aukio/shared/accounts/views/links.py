"""Signing in with a link sent by e-mail."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from aukio.shared.accounts import actions, links
from aukio.shared.accounts.access import public
from aukio.shared.accounts.forms import LinkForm
from aukio.shared.accounts.limits import LINKS_FROM_PLACE, LINKS_TO_ADDRESS, place_of


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same whether or not the address is known."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "next_page": safe_next(request)}
        return render(request, "accounts/link_ask.html", context)
    if not LINKS_FROM_PLACE.take(place_of(request)):
        return render(request, "accounts/link_wait.html", status=429)
    email = form.cleaned_data["email"].lower()
    if LINKS_TO_ADDRESS.take(email):
        actions.send_link(email=email, next_page=safe_next(request))
    return redirect("accounts:link-sent")


@public
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The link is on its way, if the address is known."""
    return render(request, "accounts/link_sent.html")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """The page a mailed link opens: a button, because mail scanners open links too."""
    if request.method != "POST":
        is_good = links.look(token) is not None
        return _page(request, is_good)
    with transaction.atomic():
        person = links.use(token)
        if person is None:
            return _page(request, is_good=False)
        actions.confirm_address(person=person)
    answer: HttpResponseBase = perform_login(
        request, person, redirect_url=safe_next(request) or None
    )
    return answer


def safe_next(request: HttpRequest) -> str:
    """Where to go afterwards, when that is a page of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if ours else ""


def _page(request: HttpRequest, is_good: bool) -> HttpResponse:
    context = {"is_good": is_good, "next_page": safe_next(request)}
    return render(request, "accounts/link_open.html", context, status=200 if is_good else 410)
