"""Findings as files: of a text in the field, and of a kept one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.wording import asking
from aukio.apps.wording.bounds import QUICK, take
from aukio.apps.wording.exports import FORMS, Checked, name_of, offered
from aukio.apps.wording.queries import texts
from aukio.apps.wording.queries.glossary import glossary
from aukio.apps.wording.texts import read
from aukio.apps.wording.views._page import attached, check_form
from aukio.apps.wording.views.kept import found
from aukio.shared.accounts.access import by_code, public
from aukio.shared.faults import Fault


@public
@require_POST
def export_given(request: HttpRequest, form: str) -> HttpResponse:
    """Check what is in the field quickly and give it as a file. Nothing is stored."""
    _known(form)
    filled = check_form(request)
    if not filled.is_valid():
        return _back(request, " ".join(str(one) for all_ in filled.errors.values() for one in all_))
    try:
        take(QUICK, request)
        given = filled.given()
        asked = filled.asked(given)
        document = read(given)
        words = glossary(asked.organisation, asked.language)
        report = asking.surface(document, asked, words)
    except Fault as fault:
        return _back(request, str(fault))
    return _file(form, Checked(given, document, report, asked))


@by_code
@require_safe
def export_kept(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """A kept text's findings as they are now."""
    _known(form)
    text = found(texts.own(code))
    return _file(form, Checked(text.given, read(text.given), text.report, text.asked))


def _back(request: HttpRequest, said: str) -> HttpResponse:
    messages.error(request, said)
    return redirect("wording:check")


def _known(form: str) -> None:
    if form not in FORMS:
        raise Http404


def _file(form: str, checked: Checked) -> HttpResponse:
    if form not in offered(checked.asked.profile):
        raise Http404
    kind = FORMS[form]
    return attached(name_of(form), kind.content_type, kind.make(checked))
