"""What the pages tell, to take along: JSON, CSV, a feed, and a light to show elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.plan.badge import badge
from aukio.apps.plan.lights import light_of
from aukio.apps.plan.models import StatusReport
from aukio.apps.plan.queries import plan as queries
from aukio.apps.plan.queries.measure import measure_page
from aukio.apps.plan.views.work import find_evidence
from aukio.shared.accounts.access import public
from aukio.shared.files.serve import attachment

COLUMNS = ("number", "title", "commitment", "section", "completion", "completion_words")
NEWEST = 50


def rows() -> Iterator[dict[str, str]]:
    """Every measure of the current plan in the reader's language."""
    for commitment in queries.plan_page().commitments:
        for section in commitment.sections:
            for measure in section.measures:
                yield {
                    "number": measure.number,
                    "title": measure.title,
                    "commitment": commitment.title,
                    "section": section.title,
                    "completion": measure.light.code,
                    "completion_words": str(measure.light.words),
                }


@public
@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The plan and how each measure stands, as JSON."""
    plan = queries.current_plan()
    answer = {"plan": plan.code, "title": plan.title, "measures": list(rows())}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "indent": 1})


@public
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """How each measure stands, as CSV that a spreadsheet opens as it is."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows())
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{queries.current_plan().code}.csv"'
    return response


@public
@require_safe
def evidence_file(request: HttpRequest, number: str, pk: int) -> FileResponse:
    """The file given as evidence, as an attachment."""
    evidence = find_evidence(number, pk)
    if evidence.file is None:
        raise Http404
    return attachment(evidence.file)


@public
@require_safe
def light_image(request: HttpRequest, number: str) -> HttpResponse:
    """The measure's light as an image that other sites may show; it follows the status."""
    page = measure_page(number)
    image = badge(page.light.shape, f"{number} {page.light.words}")
    response = HttpResponse(image, content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=600"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


class PlanFeed(Feed[StatusReport, str]):
    """What has been reported lately, on one measure or on all, as Atom."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, number: str = "") -> str:
        if number:
            queries.find_measure(number)
        else:
            queries.current_plan()
        return number

    def title(self, obj: str) -> str:
        name = _("Action plan")
        return f"{name} {obj}".strip()

    def link(self, obj: str) -> str:
        path = reverse("plan:measure", args=[obj]) if obj else reverse("plan:plan")
        return f"{settings.PUBLIC_URL}{path}"

    def items(self, obj: str) -> Any:
        found = StatusReport.objects.filter(measure__commitment__plan__is_current=True)
        if obj:
            found = found.filter(measure__number=obj)
        return found.select_related("measure").order_by("-at", "-pk")[:NEWEST]

    def item_title(self, item: Any) -> str:
        words = light_of(item.completion).words
        return f"{item.measure.number} {item.measure.title}: {words}"

    def item_description(self, item: Any) -> str:
        return str(item.done)

    def item_link(self, item: Any) -> str:
        path = reverse("plan:measure", args=[item.measure.number])
        return f"{settings.PUBLIC_URL}{path}#report-{item.sequence}"

    def item_updateddate(self, item: Any) -> Any:
        return item.at


@public
@require_safe
def feed(request: HttpRequest, number: str = "") -> HttpResponse:
    """The feed; readers ask for it again and again."""
    return PlanFeed()(request, number=number) if number else PlanFeed()(request)
