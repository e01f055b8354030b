"""What every call passes: may it come in, does the answer travel, has it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from ninja.operation import Operation, PathView
from ninja.utils import check_csrf

from aukio.shared.accounts.access import require
from aukio.shared.api.access import rule_of
from aukio.shared.api.problems import forbidden, problem

READING = ("GET", "HEAD")
SECONDS_KEPT = 60
ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
Answer = Callable[..., HttpResponseBase]


def guarded(view: PathView) -> Answer:
    """The callback of one address. It carries ``access_rule`` for the test of routes."""
    answer = view.get_view()

    def callback(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return _preflight(view)
        operation = _operation(view, request)
        try:
            refusal = _refusal(request, operation, view)
        except PermissionDenied:
            refusal = forbidden(request)
        if refusal is not None:
            return refusal
        with_body = request.method != "HEAD"
        if not with_body:
            request.method = "GET"  # ninja knows no HEAD; the answer is the same but its body
        response = answer(request, **kwargs)
        if operation is not None and rule_of(operation.view_func) == "public":
            response = _for_anyone(request, response)
        return response if with_body else _without_body(response)

    callback.csrf_exempt = True  # type: ignore[attr-defined]  # checked in _refusal
    rules_declared = [rule_of(operation.view_func) for operation in view.operations]
    if all(rules_declared):
        names = sorted({str(rule) for rule in rules_declared})
        callback.access_rule = " ".join(names)  # type: ignore[attr-defined]
    return callback


def _operation(view: PathView, request: HttpRequest) -> Operation | None:
    method = "GET" if request.method == "HEAD" else request.method
    return next((one for one in view.operations if method in one.methods), None)


def _methods(view: PathView) -> list[str]:
    known = {method for operation in view.operations for method in operation.methods}
    return sorted({*known, "OPTIONS", *(["HEAD"] if "GET" in known else [])})


def _refusal(
    request: HttpRequest, operation: Operation | None, view: PathView
) -> HttpResponse | None:
    """Why the call may not come in; none when it may."""
    if operation is None:
        response = problem(request, 405, _("This address does not know that method."))
        response["Allow"] = ", ".join(_methods(view))
        return response
    rule = rule_of(operation.view_func)
    if rule is None:
        return forbidden(request)
    if rule != "public" and not request.user.is_authenticated:
        return problem(request, 401, _("Sign in first."))
    if rule not in {"public", "signed_in"}:
        require(rule, request.user)
    if (
        request.method not in READING
        and _can_be_forged(request)
        and check_csrf(request) is not None
    ):
        return problem(request, 403, _("The token against forged requests is missing."))
    return None


def _can_be_forged(request: HttpRequest) -> bool:
    """Another site can misuse a person's session only; a program without one has no rights."""
    return request.user.is_authenticated


def _preflight(view: PathView) -> HttpResponse:
    response = HttpResponse(status=204, headers={"Allow": ", ".join(_methods(view))})
    reading = [one for one in view.operations if "GET" in one.methods]
    if any(rule_of(one.view_func) == "public" for one in reading):
        for name, value in {**ANY_SITE, **PREFLIGHT}.items():
            response[name] = value
    return response


def _for_anyone(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Public answers may be read by pages of any site, kept a while and asked for again.

    An operation that opens by a private link says ``no-store``: its answer is for the asker only.
    """
    if request.method != "GET" or "no-store" in response.get("Cache-Control", ""):
        return response
    for name, value in ANY_SITE.items():
        response[name] = value
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return response
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    response["ETag"] = f'"{digest}"'
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    answered = get_conditional_response(request, etag=response["ETag"], response=response)
    return answered if answered is not None else response


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
