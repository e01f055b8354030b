"""What happened with what we said: over all rounds, of one round, and one question."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.impact.charts import share_chart
from aukio.apps.dialogues.impact.forms import FilterForm
from aukio.apps.dialogues.impact.models import Edition, Question
from aukio.apps.dialogues.impact.queries import ledger as queries
from aukio.apps.dialogues.impact.views._common import find_question, happened, public_crumbs
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import crumbs, measure_links, round_step, title_of
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link

ON_PAGE = 20


@public
@require_safe
def all_rounds(request: HttpRequest) -> HttpResponse:
    """Every question of every round, to search."""
    form = FilterForm(request.GET)
    chosen = form.asked()
    rows = _matching(queries.newest_first(), **chosen)
    rows = rows.select_related("round", "owner").prefetch_related("entries", "changes")
    page = Paginator(rows, ON_PAGE)
    shown = page.get_page(request.GET.get("page", 1))
    share = queries.share_of(Question.objects.only("asked_at", "answered_at", "withdrawn_at"))
    context = {
        "title": happened()[0],
        "lead": _(
            "Every theme of a round is put to those who can do something about it. Here you see "
            "what they were asked, what they answered and what has been done."
        ),
        "crumbs": public_crumbs(None, happened()[0]),
        "form": form,
        "is_filtered": any(chosen.values()),
        "page": shown,
        "questions": [queries.asked_of(one) for one in shown.object_list],
        "show_round": True,
        "share": share,
        "chart": share_chart(share),
        "downloads": [
            Link("CSV", reverse("impact:csv")),
            Link("JSON", reverse("impact:json")),
            Link("Atom", reverse("impact:feed")),
        ],
        "leads_to": [
            Link(pgettext("room", "Dialogues"), reverse("dialogues:rounds")),
            *measure_links(),
        ],
    }
    return render(request, "impact/all.html", context)


@public
@require_safe
def round_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One round: by theme, the questions and what came of them."""
    round = visible_round(request.user, slug)
    questions = queries.of_round(round)
    share = queries.share_of(questions)
    query = f"?round={slug}"
    context = {
        "title": happened()[0],
        "caption": title_of(round),
        "crumbs": public_crumbs(round, happened()[0]),
        "round": round,
        "questions": questions,
        "share": share,
        "chart": share_chart(share),
        "has_brief": Edition.objects.filter(round=round).exists(),
        "downloads": [
            Link("CSV", reverse("impact:csv") + query),
            Link("JSON", reverse("impact:json") + query),
            Link("Atom", reverse("impact:round-feed", args=[slug])),
        ],
        "came_from": [Link(*round_step(round))],
        "leads_to": [Link(*happened()), *measure_links()],
    }
    return render(request, "impact/round.html", context)


@public
@require_safe
def question_page(request: HttpRequest, question: int) -> HttpResponse:
    """One question with everything the owner has told, corrections in sight."""
    found = find_question(question)
    asked = queries.asked_of(found)
    round_href = reverse("impact:round", args=[found.round.slug])
    context = {
        "title": asked.theme_title,
        "caption": asked.owner,
        "crumbs": crumbs(
            round_step(found.round), (happened()[0], round_href), (asked.theme_title.text, "")
        ),
        "round": found.round,
        "asked": asked,
        "notices": found.notices.all(),
        "may_change": is_core_group(request.user) and asked.is_open,
        "came_from": [
            Link(
                asked.theme_title.text,
                reverse("dialogues:theme", args=[found.round.slug, asked.theme]),
                pgettext("chain", "what people said"),
            )
        ],
        "leads_to": [Link(happened()[0], round_href)],
    }
    return render(request, "impact/question.html", context)


def _matching(rows: QuerySet[Question], *, q: str, state: str) -> QuerySet[Question]:
    today = timezone.localdate()
    if state == "answered":
        rows = rows.exclude(answered_at=None)
    elif state == "withdrawn":
        rows = rows.exclude(withdrawn_at=None)
    elif state:
        rows = rows.filter(answered_at=None, withdrawn_at=None)
        rows = rows.filter(due__lt=today) if state == "late" else rows.filter(due__gte=today)
    if not q:
        return rows
    names = ("text_fi", "text_sv", "text_en", "owner__name_fi", "owner__name_sv", "role")
    said = ("entries__heard", "entries__will_do", "entries__why_not", "entries__text")
    wanted = Q()
    titles = ("theme_title__fi", "theme_title__sv", "theme_title__en")
    for name in (*names, "owner__name_en", *titles, *said):
        wanted |= Q(**{f"{name}__icontains": q})
    return rows.filter(pk__in=Question.objects.filter(wanted).values("pk"))
