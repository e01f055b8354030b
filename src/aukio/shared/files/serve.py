"""Giving a file to a browser: always as an attachment, never run."""

from __future__ import annotations

from django.http import FileResponse

from aukio.shared.files.models import StoredFile


def attachment(stored: StoredFile) -> FileResponse:
    """A response for a view that has already checked that the person may have the file."""
    response = FileResponse(
        stored.content.open("rb"),
        as_attachment=True,
        filename=stored.name,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
