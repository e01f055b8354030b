"""Many codes at once: merging, copying from an earlier round, bringing in a table."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.forms import CopyForm, ImportForm, MergeForm
from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.coding.queries import frame as queries
from aukio.apps.dialogues.coding.views._common import get_or_post
from aukio.apps.dialogues.coding.views.frame import RULE, form_page
from aukio.apps.dialogues.forms.records import content_of
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed


@allowed(RULE, find=find_round)
@get_or_post
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Put codes together; what was coded with them is read as coded with the one."""
    round = find_round(slug)
    form = MergeForm(sent(request), codes=queries.frame(round))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        codes = Code.objects.in_bulk([int(one) for one in (*given["codes"], given["into"])])
        done = try_for_form(
            form,
            "codes",
            lambda: actions.merge_codes(
                by=actor(request),
                codes=list(codes.values()),
                into=codes[int(given["into"])],
                why=given["why"],
            ),
        )
        if done:
            messages.success(request, _("The codes have been merged. You can undo this."))
            return redirect("coding:frame", slug=slug)
    return form_page(request, round, form, _("Merge codes"))


@allowed(RULE, find=find_round)
@get_or_post
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Copy the frame of another round."""
    round = find_round(slug)
    rounds = [(one.slug, title_of(one).text) for one in queries.other_frames(round)]
    form = CopyForm(sent(request), rounds=rounds)
    if request.method == "POST" and form.is_valid():
        source = find_round(form.cleaned_data["source"])
        made = try_for_form(
            form,
            "source",
            lambda: actions.copy_frame(by=actor(request), round=round, source=source),
        )
        if made is not None:
            return _brought(request, slug, made)
    lead = "" if rounds else _("No other round has a code frame yet.")
    return form_page(request, round, form, _("Copy the codes of another round"), lead=lead)


@allowed(RULE, find=find_round)
@get_or_post
def bring(request: HttpRequest, slug: str) -> HttpResponse:
    """Add the codes of a table."""
    round = find_round(slug)
    form = ImportForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = try_for_form(form, "file", lambda: _import(request, round, form))
        if made is not None:
            return _brought(request, slug, made)
    return form_page(request, round, form, _("Bring codes from a table"))


def _import(request: HttpRequest, round: Round, form: ImportForm) -> list[Code]:
    from aukio.apps.dialogues.coding.files import read_frame

    upload: Any = form.cleaned_data["file"]
    lines = read_frame(upload.name, content_of(upload))
    return actions.import_frame(by=actor(request), round=round, lines=lines, name=upload.name)


def _brought(request: HttpRequest, slug: str, made: list[Code]) -> HttpResponse:
    done = ngettext("%(count)d code was added.", "%(count)d codes were added.", len(made))
    rest = _("Codes whose name was here already stayed as they were.")
    messages.success(request, f"{done % {'count': len(made)}} {rest}")
    return redirect("coding:frame", slug=slug)
