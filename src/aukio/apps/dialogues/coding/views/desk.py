"""The coding desk of a round: how far it is and what comes next."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions.carrying import left_behind
from aukio.apps.dialogues.coding.machine import FEWEST_CODED, FEWEST_CODES
from aukio.apps.dialogues.coding.queries import proposals
from aukio.apps.dialogues.coding.queries.progress import latest_run, progress
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.coding.views._common import ways
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import find_round, found
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.ui.components.own import Link

KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@allowed("coding.see_desk", find=find_round)
@require_safe
@never_cache
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The steps of coding, with figures."""
    round = find_round(slug)
    person = actor(request)
    context = {
        "title": pgettext("page", "Coding desk"),
        "caption": title_of(round),
        "crumbs": ways(round),
        "round": round,
        "progress": progress(round, person),
        "run": latest_run(round),
        "waiting": proposals.waiting(round, person).values("note").distinct().count(),
        "useful": len(proposals.useful(round)),
        "disputed": len(standing(round).disputed(person)),
        "behind": left_behind(round).count(),
        "fewest": {"notes": FEWEST_CODED, "codes": FEWEST_CODES},
        "downloads": _downloads(slug),
    }
    return render(request, "coding/desk.html", context)


@allowed("coding.see_desk", find=find_round)
@require_POST
def carry(request: HttpRequest, slug: str) -> HttpResponse:
    """Move codings to newer versions of records, where the words stayed the same."""
    count = actions.carry_codings(by=actor(request), round=find_round(slug))
    done = ngettext(
        "The coding of %(count)d note was moved.", "The coding of %(count)d notes was moved.", count
    )
    messages.success(request, done % {"count": count})
    return redirect("coding:desk", slug=slug)


@allowed("coding.export", find=find_round)
@require_safe
@never_cache
def download(request: HttpRequest, slug: str, what: str, form: str) -> HttpResponse:
    """The frame, or the codings this person may see, as a file."""
    from aukio.apps.dialogues.coding import files

    round = find_round(slug)
    kind = found(KINDS.get(form))
    if what == "frame":
        return attached(f"{slug}-codes.{form}", kind, files.frame_file(round, form))
    found("yes" if what == "codings" else None)
    return attached(f"{slug}-codings.{form}", kind, files.coding_file(round, actor(request), form))


def _downloads(slug: str) -> list[Link]:
    words = {"frame": _("Code frame"), "codings": _("Codings")}
    return [
        Link(f"{text} ({form.upper()})", reverse("coding:download", args=[slug, what, form]))
        for what, text in words.items()
        for form in KINDS
    ]
