"""The core group decides what the scribes of a round are asked."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.default_form import DEFAULT
from aukio.apps.dialogues.recording.forms.form import FieldForms, fields_of, initial_of
from aukio.apps.dialogues.recording.queries.forms import form_of, versions_of
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault


@allowed("recording.edit_form", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str) -> HttpResponse:
    """Order, names, advice, what is needed, what becomes notes and what may be quoted."""
    round = find_round(slug)
    now = form_of(round)
    rows: Any = FieldForms(request.POST or None, initial=initial_of(now.asked))
    if request.method == "POST" and "default" in request.POST:
        if _save(request, round, list(DEFAULT)):
            return redirect("recording:form", slug=slug)
    elif request.method == "POST" and rows.is_valid() and _save(request, round, fields_of(rows)):
        return redirect("recording:form", slug=slug)
    context = {
        "title": _("The record form"),
        "lead": _(
            "What scribes are asked. Records already begun stay on the version they began on."
        ),
        "crumbs": crumbs(*desk_steps(round), (_("The record form"), "")),
        "rows": rows,
        "now": now,
        "slug": slug,
        "has_error": request.method == "POST" and not rows.is_valid(),
    }
    return render(request, "recording/form.html", context)


@allowed("recording.edit_form", find=find_round)
@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Earlier versions of the form, as they were."""
    round = find_round(slug)
    language = get_language() or "fi"
    context = {
        "title": _("Versions of the record form"),
        "crumbs": crumbs(
            *desk_steps(round),
            (_("The record form"), reverse("recording:form", args=[slug])),
            (_("Versions"), ""),
        ),
        "versions": [
            (one, [field.label_in(language) for field in one.asked]) for one in versions_of(round)
        ],
    }
    return render(request, "recording/form_versions.html", context)


def _save(request: HttpRequest, round: Any, fields: list[Any]) -> bool:
    try:
        actions.save_form(by=actor(request), round=round, fields=fields)
    except Fault as fault:
        messages.error(request, str(fault))
        return False
    messages.success(request, _("The form has been saved."))
    return True
