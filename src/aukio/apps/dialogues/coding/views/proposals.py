"""What the machine proposes: asked for by a person, read by a person, decided by a person."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.machine import FEWEST_CODED, FEWEST_CODES
from aukio.apps.dialogues.coding.queries import proposals as queries
from aukio.apps.dialogues.coding.queries.frame import frame
from aukio.apps.dialogues.coding.queries.progress import latest_run, progress
from aukio.apps.dialogues.coding.queries.reading import read_notes
from aukio.apps.dialogues.coding.views._common import ids, number_in, ways
from aukio.apps.dialogues.models import Note
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed
from aukio.shared.faults import Fault

RULE = "coding.have_proposed"
PAGE = 20


@allowed(RULE, find=find_round)
@require_safe
@never_cache
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of proposals, surest notes first, each with why."""
    round = find_round(slug)
    person, code = actor(request), number_in(request, "code")
    rows = queries.waiting(round, person).order_by("-confidence", "pk")
    if code:
        rows = rows.filter(code=code)
    order = list(dict.fromkeys(rows.values_list("note", flat=True)))
    page = Paginator(order, PAGE).get_page(request.GET.get("page", 1))
    here = list(page.object_list)
    notes = Note.objects.filter(pk__in=here).select_related("record__dialogue")
    listed = sorted(notes.defer("record__text"), key=lambda one: here.index(one.pk))
    page.object_list = read_notes(round, person, listed)  # type: ignore[assignment]
    title = pgettext("page", "The machine's proposals")
    codes = frame(round, retired=False)
    context = {
        "title": title,
        "caption": title_of(round),
        "crumbs": ways(round, (title, "")),
        "round": round,
        "page": page,
        "names": {one.id: one for one in codes},
        "codes": [("", pgettext("filter", "All")), *((one.id, one.full_name) for one in codes)],
        "code": code or "",
        "run": latest_run(round),
        "progress": progress(round, person),
        "fewest": {"notes": FEWEST_CODED, "codes": FEWEST_CODES},
    }
    return render(request, "coding/proposals.html", context)


@allowed(RULE, find=find_round)
@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the machine look at what people have coded; the job's page tells how far it is."""
    round, person = find_round(slug), actor(request)
    back = reverse("coding:proposals", args=[slug])
    job = actions.start_proposing(by=person, round=round, next_url=back)
    if job.started_by_id != person.pk:
        messages.info(request, _("Somebody else has already set the machine to work."))
        return redirect(back)
    return redirect("jobs:job", job_id=job.pk)


@allowed(RULE, find=find_round)
@require_POST
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Decide on the proposals of one page: each as chosen, or all those on the page."""
    round = find_round(slug)
    here = ids(request.POST.getlist("proposed"))
    every = request.POST.get("all", "")
    chosen = {one: every or request.POST.get(f"decision-{one}", "") for one in here}
    try:
        count = actions.decide(
            by=actor(request),
            round=round,
            accepted=[one for one, said in chosen.items() if said == "accept"],
            rejected=[one for one, said in chosen.items() if said == "reject"],
        )
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        done = ngettext(
            "%(count)d proposal was decided.", "%(count)d proposals were decided.", count
        )
        messages.success(request, done % {"count": count})
        actions.renew_if_due(
            by=actor(request), round=round, next_url=reverse("coding:desk", args=[slug])
        )
    code = request.POST.get("code", "")
    tail = f"?code={code}" if code.isdecimal() else ""
    return redirect(reverse("coding:proposals", args=[slug]) + tail)
