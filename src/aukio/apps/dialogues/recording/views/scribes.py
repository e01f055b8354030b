"""The organiser's page of scribes and files."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.forms.sheet import ScribeForm
from aukio.apps.dialogues.recording.models import Scribe
from aukio.apps.dialogues.recording.queries.files import files_of
from aukio.apps.dialogues.recording.queries.sheets import sheet_of
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_dialogue
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed
from aukio.shared.files.serve import attachment


def find_scribe(scribe: int, **_rest: Any) -> Dialogue:
    """The dialogue of the scribe: what the rule is asked about."""
    return _scribe(scribe).dialogue


def find_held(dialogue: int, **_rest: Any) -> Dialogue:
    return find_dialogue(dialogue)


@allowed("recording.invite_scribe", find=find_held)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scribes(request: HttpRequest, dialogue: int) -> HttpResponse:
    """Who writes the record, and inviting more."""
    held = find_dialogue(dialogue)
    form = ScribeForm(sent(request), initial={"language": get_language()})
    invited = None
    if request.method == "POST" and form.is_valid():
        invited = try_for_form(
            form,
            "name",
            lambda: actions.invite(by=actor(request), dialogue=held, **form.cleaned_data),
        )
        if invited:
            form = ScribeForm(initial={"language": form.cleaned_data["language"]})
    sheet = sheet_of(held)
    context = {
        "title": _("Scribes"),
        "caption": held.title,
        "lead": _("A scribe opens the record by a private link and needs no account."),
        "crumbs": crumbs(
            (pgettext("page", "Own dialogues"), reverse("dialogues:own")), (_("Scribes"), "")
        ),
        "form": form,
        "invited": invited,
        "scribes": held.scribes.select_related("code"),
        "files": files_of(sheet) if sheet else (),
        "dialogue": held,
    }
    return render(request, "recording/scribes.html", context)


@allowed("recording.invite_scribe", find=find_scribe)
@require_POST
def take_back(request: HttpRequest, scribe: int) -> HttpResponse:
    """Make a scribe's link worthless."""
    found = _scribe(scribe)
    try_and_tell(
        request,
        _("The link no longer opens the record. What was written is still there."),
        lambda: actions.take_back(by=actor(request), scribe=found),
    )
    return redirect("recording:scribes", dialogue=found.dialogue_id)


@allowed("recording.invite_scribe", find=find_held)
@require_safe
def file(request: HttpRequest, dialogue: int, file: int) -> FileResponse:
    """A file as it was added."""
    sheet = sheet_of(find_dialogue(dialogue))
    if sheet is None:
        raise Http404
    return attachment(get_object_or_404(files_of(sheet), pk=file))


def _scribe(pk: int) -> Scribe:
    return get_object_or_404(
        Scribe.objects.select_related("dialogue__round", "dialogue__organiser", "code"), pk=pk
    )
