"""Plans besides the current one, to read and to take along."""

from __future__ import annotations

import io
import zipfile

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.plan import actions
from aukio.apps.plan.exchange import FORMATS
from aukio.apps.plan.models import Plan
from aukio.apps.plan.queries import others as queries
from aukio.apps.plan.queries.plan import current_plan
from aukio.apps.plan.rules import may
from aukio.apps.plan.templatetags.plan_words import one_line
from aukio.apps.plan.views._frame import person
from aukio.apps.plan.views.pages import facts
from aukio.shared.accounts.access import allowed, public
from aukio.shared.audit.models import Event
from aukio.ui.components.own import Link
from aukio.ui.components.ways import Crumb

ON_A_PAGE = 50
LONGEST_SEARCH = 200
SECONDS_KEPT = 3600


@public
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Earlier plans and those of other countries."""
    context = {
        "title": _("Other action plans"),
        "lead": _("Earlier plans and those of other countries, to read and compare."),
        "crumbs": [Crumb(current_plan().title, reverse("plan:plan"))],
        "plans": list(queries.plans(with_hidden=_sees_all(request))),
        "is_team": _sees_all(request),
    }
    return render(request, "plan/others.html", context)


@public
@require_safe
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """One of them: its measures under their commitments, with a search."""
    found = queries.plan_of(code, with_hidden=_sees_all(request))
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    page = Paginator(queries.measures_of(found, words), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": found.title,
        "caption": found.country,
        "crumbs": _crumbs(),
        "plan": found,
        "words": words,
        "page": page,
        "groups": queries.by_commitment(list(page.object_list)),
        "files": [Link(_("All files (zip)"), reverse("plan:other-files", args=[code]))],
        "is_team": _sees_all(request),
    }
    return render(request, "plan/other_plan.html", context)


@public
@require_safe
def measure(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A measure of such a plan, as that plan says it."""
    above = queries.plan_of(code, with_hidden=_sees_all(request))
    found, indicators = queries.measure_of(above, pk)
    context = {
        "title": found.title or found.number,
        "caption": pgettext("caption", "Measure") + " " + found.number,
        "crumbs": [*_crumbs(), Crumb(above.title, reverse("plan:other-plan", args=[code]))],
        "measure": found,
        "facts": [
            (pgettext("plan", "Commitment"), f"{found.commitment.number} {found.commitment.title}"),
            *((name, one_line(value)) for name, value in facts(found)),
        ],
        "indicators": indicators,
    }
    return render(request, "plan/other_measure.html", context)


@public
@require_safe
def files(request: HttpRequest, code: str) -> HttpResponse:
    """The plan's files, in its own format and in Aukio's, in one ZIP."""
    found = queries.plan_of(code, with_hidden=_sees_all(request))
    response = HttpResponse(_archive(found), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{found.code}.zip"'
    return response


@allowed("plan.show_plan")
@require_POST
def show(request: HttpRequest, code: str) -> HttpResponse:
    """Show the plan to everyone, or to the team alone."""
    found = queries.plan_of(code, with_hidden=True)
    shown = request.POST.get("shown") == "yes"
    actions.show_plan(by=person(request), plan=found, shown=shown)
    told = _("Everyone can read the plan now.") if shown else _("The team alone sees the plan now.")
    messages.success(request, told)
    return redirect("plan:other-plan", code=code)


def _archive(plan: Plan) -> bytes:
    """The plan's files in one ZIP, which takes seconds to write.

    It is written anew only after something has changed: every change leaves an event. One is kept
    for each plan and language, so many plans do not fill the memory.
    """
    changed = Event.objects.order_by("-sequence").values_list("hash", flat=True).first()
    key = f"plan.files:{plan.pk}:{get_language()}"
    kept: tuple[str | None, bytes] | None = cache.get(key)
    if kept is not None and kept[0] == changed:
        return kept[1]
    own = {one for one in plan.files.values_list("format", flat=True) if one in FORMATS}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for format in (*sorted(own), "aukio"):
            for name, content in actions.export_plan(code=plan.code, format=format):
                archive.writestr(f"{format}/{name}", content)
    cache.set(key, (changed, out.getvalue()), SECONDS_KEPT)
    return out.getvalue()


def _sees_all(request: HttpRequest) -> bool:
    return may("plan.show_plan", request.user, None)


def _crumbs() -> list[Crumb]:
    return [
        Crumb(current_plan().title, reverse("plan:plan")),
        Crumb(_("Other action plans"), reverse("plan:other-list")),
    ]
