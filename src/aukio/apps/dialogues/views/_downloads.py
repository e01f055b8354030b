"""Files that a page gives along."""

from __future__ import annotations

from django.http import HttpResponse


def attached(name: str, kind: str, content: bytes | str = b"") -> HttpResponse:
    """A response that a browser saves and never runs."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
