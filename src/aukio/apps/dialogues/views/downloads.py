"""A published summary to take along: CSV, JSON or docx."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.queries.pages.published import newest_publication
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.shared.accounts.access import public

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@public
@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The newest publication in this form, without words whose permission was taken back."""
    if form not in KINDS:
        raise Http404
    round = visible_round(request.user, slug)
    publication = found(newest_publication(round))
    from aukio.apps.dialogues import exports

    content = exports.write(publication, form)
    return attached(f"{slug}.{form}", KINDS[form], content)
