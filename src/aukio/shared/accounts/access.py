"""Every route says who may open it. A test fails on a route that does not.

``@public`` – anyone. ``@signed_in`` – any person with an account.
``@allowed("dialogues.edit_round", find=…)`` – people for whom the named rule
(see ``rules.py`` of the room) holds, for the object that ``find`` gets from the address.
``@by_code`` – anyone who holds a personal code link; the view checks the code itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import rules
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from aukio.shared.accounts.limits import CODES_GUESSED, place_of

View = Callable[..., HttpResponseBase]
Find = Callable[..., Any]


def _declare(view: View, rule: str) -> View:
    view.access_rule = rule  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may open this route."""
    return _declare(view, "public")


def by_code(view: View) -> View:
    """Anyone who holds a personal code may; the view itself looks the code up.

    A view that does not find the code answers 404. After twenty such answers in ten
    minutes the same network address waits (429): guessing is slow as well as hopeless.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        place = place_of(request)
        if CODES_GUESSED.is_reached(place):
            return render(request, "accounts/code_wait.html", status=429)
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            CODES_GUESSED.count(place)
            raise
        if answer.status_code == 404:
            CODES_GUESSED.count(place)
        return answer

    return _declare(guarded, "by_code")


def signed_in(view: View) -> View:
    """Any signed-in person may open this route; others are asked to sign in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return _declare(guarded, "signed_in")


def allowed(rule: str, *, find: Find | None = None) -> Callable[[View], View]:
    """People for whom ``rule`` holds.

    ``find`` receives the address's keyword arguments and returns the object the rule is
    asked about (or raises ``Http404``); without it the rule is asked about nothing.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            target = find(**kwargs) if find else None
            if not rules.test_rule(rule, request.user, target):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return _declare(guarded, rule)

    return decorate


def require(rule: str, person: Any, target: Any = None) -> None:
    """For actions: raise ``PermissionDenied`` unless ``rule`` holds for this person.

    None is the service itself: the operator at the command line, or a job. A view never
    passes None, because a visitor who is not signed in is an ``AnonymousUser``.
    """
    if person is None:
        return
    if not rules.test_rule(rule, person, target):
        raise PermissionDenied(rule)


THIRD_PARTY: dict[str, str] = {
    # allauth: signing in and up
    "account_login": "public",
    "account_logout": "public",
    "account_inactive": "public",
    "account_signup": "public",
    "account_email_verification_sent": "public",
    "account_confirm_email": "public",
    "account_confirm_login_code": "public",
    "account_reset_password": "public",
    "account_reset_password_done": "public",
    "account_reset_password_from_key": "public",
    "account_reset_password_from_key_done": "public",
    "mfa_authenticate": "public",
    "mfa_login_webauthn": "public",
    "openid_connect_login": "public",
    "openid_connect_callback": "public",
    "socialaccount_login_cancelled": "public",
    "socialaccount_login_error": "public",
    "socialaccount_signup": "public",
    # allauth: one's own ways of signing in
    "account_reauthenticate": "signed_in",
    "account_email": "signed_in",
    "account_change_password": "signed_in",
    "account_set_password": "signed_in",
    "mfa_index": "signed_in",
    "mfa_reauthenticate": "signed_in",
    "mfa_activate_totp": "signed_in",
    "mfa_deactivate_totp": "signed_in",
    "mfa_view_recovery_codes": "signed_in",
    "mfa_generate_recovery_codes": "signed_in",
    "mfa_download_recovery_codes": "signed_in",
    "mfa_list_webauthn": "signed_in",
    "mfa_add_webauthn": "signed_in",
    "mfa_reauthenticate_webauthn": "signed_in",
    "mfa_remove_webauthn": "signed_in",
    "mfa_edit_webauthn": "signed_in",
    "socialaccount_connections": "signed_in",
}
"""Routes of libraries, by name, with the rule the library itself keeps.

A contract test opens each as a visitor and compares.
"""
