"""The organiser says how many took part; others see no number under five."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues.actions import count_people
from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.recording.forms.people import PeopleForm
from aukio.apps.dialogues.recording.views.scribes import find_held
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed


@allowed("recording.count_people", find=find_held)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, dialogue: int) -> HttpResponse:
    """Count those who took part."""
    held = find_held(dialogue)
    form = PeopleForm(sent(request), initial=_now(held))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "participants",
            lambda: count_people(
                by=actor(request),
                dialogue=held,
                participants=form.cleaned_data["participants"],
                age_bands=form.counts("band"),
                groups=form.counts("group"),
            ),
        )
        if done:
            messages.success(request, _("The numbers have been saved."))
            return redirect("dialogues:own")
    own = reverse("dialogues:own")
    context = {
        "title": _("Who took part"),
        "caption": held.title,
        "lead": _("Write exact numbers. Nobody else is shown a number under five."),
        "crumbs": crumbs((pgettext("page", "Own dialogues"), own), (_("Who took part"), "")),
        "form": form,
        "back": own,
    }
    return render(request, "recording/people.html", context)


def _now(dialogue: Dialogue) -> dict[str, Any]:
    kept: dict[str, Any] = {"participants": dialogue.participants}
    kept |= {f"band_{one.band}": one.count for one in dialogue.age_bands.all()}
    return kept | {f"group_{one.group}": one.count for one in dialogue.groups.all()}
