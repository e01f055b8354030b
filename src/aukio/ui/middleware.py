"""What no page takes is answered at the door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from aukio.shared.api.problems import senseless
from aukio.ui.views.errors import bad_request

NUL = "\0"


class NoNul:
    """Refuses the sign NUL in an address, in its question and in fields that were sent.

    No text has it, and PostgreSQL breaks off at it. The content of a file may have it. A view
    without the forgery token (``csrf_exempt``) reads what is sent in its own way, and is left to.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        question = unquote_to_bytes(request.META.get("QUERY_STRING", ""))
        if NUL in request.path or NUL.encode() in question:
            return _refusal(request)
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """After the forgery check: that has read the fields, so nothing is read twice."""
        if request.method != "POST" or getattr(view, "csrf_exempt", False):
            return None
        sent = (sign for name, values in request.POST.lists() for sign in (name, *values))
        return _refusal(request) if any(NUL in str(one) for one in sent) else None


def _refusal(request: HttpRequest) -> HttpResponse:
    return senseless(request) if request.path.startswith("/api/") else bad_request(request)
