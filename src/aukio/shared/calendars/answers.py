"""Serving what machines ask for again and again."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

FRESH_SECONDS = 30
"""How long an answer may be kept unasked: half of the minute in which a change must be seen."""


def answer(request: HttpRequest, content: bytes, kind: str, *, name: str = "") -> HttpResponseBase:
    """``content``, or 304 when the asker has the same bytes already. ``name``: of the file."""
    response = HttpResponse(content, content_type=kind)
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}, must-revalidate"
    response["X-Content-Type-Options"] = "nosniff"
    if name:
        response["Content-Disposition"] = f'inline; filename="{name}"'
    found = get_conditional_response(request, etag=response["ETag"], response=response)
    return found or response
