"""An organiser's own dialogues: what the public sees of them, and what only they may read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.files import TYPES
from aukio.apps.dialogues.foresight.queries.own import own_dialogues, which_own
from aukio.apps.dialogues.foresight.queries.slices import Slice, slice_of
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.views import _common as common
from aukio.apps.dialogues.foresight.views.slices import slice_context, slice_file
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed

ADDRESS = ("foresight:choose",)  # where the text for local use leads: own pages are not public


@allowed("foresight.see_own")
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Own dialogues over every published round, with own remarks that have passed the gate."""
    which = which_own(actor(request))
    found = slice_of(which, voices())
    context = {
        "title": phrases.heading(which),
        "caption": which.name,
        "lead": _(
            "The upper part is public already. The remarks at the end are your own: others do not "
            "see them here, and no file holds them."
        ),
        "crumbs": crumbs(
            (_("Own dialogues"), reverse("dialogues:own")), (phrases.heading(which), "")
        ),
        "dialogues": own_dialogues(which),
        "file_address": reverse("foresight:own-file"),
        "leads_to": common.links(),
        **(slice_context(found, ADDRESS) if found else {}),
    }
    return render(request, "foresight/own.html", context)


@allowed("foresight.see_own")
@require_POST
def file(request: HttpRequest) -> HttpResponse:
    """What is public of own dialogues, as a file that can be passed on."""
    form = common.form_of(request)
    found: Slice | None = slice_of(which_own(actor(request)), voices())
    if found is None:
        raise Http404
    return attached(f"own-dialogues.{form}", TYPES[form], slice_file(found, form, ADDRESS))
