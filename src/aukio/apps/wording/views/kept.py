"""A kept text by its private link, and by the link it was shared with."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.wording import exports
from aukio.apps.wording.forms import PLACES, ShareForm, filled_with
from aukio.apps.wording.queries import texts
from aukio.apps.wording.queries.glossary import organisation_with_model
from aukio.apps.wording.result import Result, result
from aukio.apps.wording.sealing import Opened
from aukio.apps.wording.texts import read
from aukio.apps.wording.views._page import check_form, crumbs, private
from aukio.shared.accounts.access import by_code
from aukio.shared.accounts.sealing import unseal
from aukio.shared.jobs.models import Job, Status


@by_code
@require_safe
def own(request: HttpRequest, code: str) -> HttpResponse:
    """What its maker sees: findings, the way on, sharing and deleting."""
    text = found(texts.own(code))
    shown = shown_of(text)
    here = pgettext("page", "Findings")
    edit_form = check_form(request, **filled_with(text.asked, read(text.given).source))
    edit_form.fields["text"].help_text = ""
    context = {
        "title": text.asked.name or _("Findings in your text"),
        "crumbs": crumbs((here, "")),
        "result": shown,
        "code": code,
        "places": PLACES,
        "readonly": {"readonly": True},
        "row": text.row,
        "job": waiting(text.row.job, is_deep=text.row.is_deep),
        "share_form": ShareForm(),
        "edit_form": edit_form,
        "shared_link": unseal(request.session.get(session_key(text), "")),
        "files": exports.links(
            text, lambda form: reverse("wording:text-export", args=[code, form])
        ),
        "has_model": organisation_with_model(request.user) is not None,
        "has_sure": text.given.is_text and any(one.suggestion for one in shown.findings),
    }
    return private(request, "wording/text.html", context)


@by_code
@require_safe
def progress(request: HttpRequest, code: str) -> HttpResponse:
    """How far the worker is; when it is done, the findings take the place of the first ones."""
    row = texts.own_row(code)
    if row is None:
        raise Http404
    job = waiting(row.job, is_deep=row.is_deep)
    context: dict[str, Any] = {"code": code, "places": PLACES, "row": row, "job": job}
    if job is None:
        context["result"] = shown_of(found(texts.own(code)))
    return private(request, "wording/parts/progress.html", context)


@by_code
@require_safe
def shared(request: HttpRequest, code: str) -> HttpResponse:
    """What somebody it was shared with sees: the text and its findings, to read."""
    text = found(texts.shared(code))
    context = {
        "title": text.asked.name or _("A checked text"),
        "crumbs": crumbs((_("A checked text"), "")),
        "result": shown_of(text),
        "row": text.row,
    }
    return private(request, "wording/shared.html", context)


def found(text: Opened | None) -> Opened:
    if text is None:
        raise Http404
    return text


def shown_of(text: Opened) -> Result:
    return result(read(text.given), text.report, text.asked, is_deep=text.row.is_deep)


def waiting(job: Job | None, *, is_deep: bool) -> Job | None:
    """The job whose end is waited for, or that did not succeed; none when all has been seen."""
    if is_deep or job is None or job.status == Status.DONE:
        return None
    return job


def session_key(text: Opened) -> str:
    """Where the maker's own browser remembers the link it was given for others."""
    return f"wording-shared-{text.row.pk}"
