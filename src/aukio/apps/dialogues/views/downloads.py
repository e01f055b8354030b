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
    """The newest publication in this form, without words whose permission was taken back.

    ``?version=short`` (or ``easy``) gives that version of the summary.
    """
    version = request.GET.get("version", "")
    forms = exports.VARIANT_FORMS if version else exports.FORMS
    if form not in forms:
        raise Http404
    publication = found(newest_publication(visible_round(request.user, slug)))
    if version and version not in publication.content.get("variants", {}):
        raise Http404
    name, content = exports.export(publication, form, reader_language(), version)
    return attached(name, forms[form].content_type, content)
