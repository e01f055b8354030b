"""A published summary to take along: CSV, JSON or docx."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from aukio.apps.dialogues import exports
from aukio.apps.dialogues.queries.pages.published import newest_publication
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.shared.accounts.access import public


@public
@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The newest publication in this form, without words whose permission was taken back."""
    if form not in exports.FORMS:
        raise Http404
    publication = found(newest_publication(visible_round(request.user, slug)))
    name, content = exports.export(publication, form, reader_language())
    return attached(name, exports.FORMS[form].content_type, content)
