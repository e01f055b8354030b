"""Every error is a problem document (RFC 9457), in the caller's language."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from aukio.shared.faults import Fault

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger(__name__)


def problem(
    request: HttpRequest,
    status: int,
    detail: str,
    errors: Sequence[dict[str, Any]] = (),
) -> HttpResponse:
    """A problem document: what happened to this very request."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.path,
    }
    if errors:
        body["errors"] = list(errors)
    content = json.dumps(body, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type=MEDIA_TYPE)


def not_found(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """There is nothing at this address."""
    return problem(request, 404, _("There is nothing at this address."))


def senseless(request: HttpRequest) -> HttpResponse:
    """The address holds the sign NUL."""
    return problem(request, 400, _("The address holds a character that means nothing."))


def forbidden(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """The caller may not do this."""
    return problem(request, 403, _("You may not do this."))


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Something given does not fit; each error says where and what."""
    errors = [
        {"where": ".".join(str(part) for part in one["loc"]), "what": one["msg"]}
        for one in error.errors
    ]
    return problem(request, 422, _("Something in the request does not fit."), errors)


def faulty(request: HttpRequest, fault: Fault) -> HttpResponse:
    """The input has a fault that the person can mend."""
    one = {"what": str(fault.what), "where": str(fault.where), "mend": str(fault.mend)}
    return problem(request, 422, str(fault), [one])


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """An operation answered with a status of its own."""
    return problem(request, error.status_code, str(error))


def too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    """More was sent than is taken in."""
    return problem(request, 413, _("The request is too large."))


def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """Our fault: the log has the trace, the caller only hears that it happened."""
    log.error("API call to %s broke", request.path, exc_info=error)
    return problem(request, 500, _("Something went wrong on our side. It has been logged."))


def install(api: NinjaAPI) -> None:
    """Answer every error of the interface with a problem document."""
    handlers: dict[type[Exception], Any] = {
        Http404: not_found,
        ObjectDoesNotExist: not_found,
        PermissionDenied: forbidden,
        ValidationError: invalid,
        Fault: faulty,
        HttpError: refused,
        RequestDataTooBig: too_large,
        Exception: broken,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)
