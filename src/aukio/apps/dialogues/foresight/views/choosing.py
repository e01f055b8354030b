"""Choosing a place, a group or a language, by name: no map is needed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.forms import ChooseForm
from aukio.apps.dialogues.foresight.queries.choosing import choices
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.views import _common as common
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import crumbs, round_step, title_of
from aukio.shared.accounts.access import public


@public
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Every slice that has something to show, of one round or of all."""
    slug = request.GET.get("round", "")
    round: Round | None = visible_round(request.user, slug) if slug else None
    form = ChooseForm(request.GET)
    rounds = voices(slug)
    groups = [
        {
            "name": phrases.kind_name(kind),
            "choices": [
                (one.name, _address(slug, kind.value, one.code), phrases.held(one.dialogues))
                for one in rows
            ],
        }
        for kind, rows in choices(rounds, form.words).items()
        if rows
    ]
    here, _href = common.choose_step()
    context = {
        "title": here,
        "caption": title_of(round).text if round else "",
        "lead": _(
            "See what was said in your municipality, in your wellbeing services county, in your "
            "language or with a group you know. You can take it along and use it in your work."
        ),
        "crumbs": crumbs(*([round_step(round)] if round else []), (here, "")),
        "form": form,
        "round": round,
        "groups": groups,
        "has_rounds": bool(rounds),
        "is_sample": any(one.round.is_sample for one in rounds),
        "leads_to": common.links()[1:],
    }
    return render(request, "foresight/choose.html", context)


def _address(slug: str, kind: str, code: str) -> str:
    if slug:
        return reverse("foresight:slice", args=[slug, kind, code])
    return reverse("foresight:slice-all", args=[kind, code])
