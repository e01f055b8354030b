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
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]
Find = Callable[..., Any]


def _declare(view: View, rule: str) -> View:
    view.access_rule = rule  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may open this route."""
    return _declare(view, "public")


def by_code(view: View) -> View:
    """Anyone who holds a personal code may; the view itself looks the code up."""
    return _declare(view, "by_code")


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
