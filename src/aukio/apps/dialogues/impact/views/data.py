"""The ledger to take along: CSV, JSON and Atom."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.impact.models import News, NewsKind, Question
from aukio.apps.dialogues.impact.queries.ledger import share_of
from aukio.apps.dialogues.impact.search import words_of
from aukio.apps.dialogues.impact.told import question_tree, table
from aukio.apps.dialogues.impact.views._common import happened, language
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import visible_round
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import public

NEWEST = 50


def rows(request: HttpRequest) -> QuerySet[Question]:
    """Every question, or those of the round the address names."""
    found = Question.objects.select_related("round", "owner").prefetch_related("entries", "changes")
    slug = request.GET.get("round")
    if not slug:
        return found
    return found.filter(round=visible_round(request.user, slug))


@public
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """A row for each entry, safe to open in a spreadsheet."""
    return attached("answers.csv", "text/csv; charset=utf-8", table(rows(request), language()))


@public
@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """Everything, with the share answered within 90 days."""
    found = list(rows(request))
    share = share_of(found)
    answer = {
        "share": {**vars(share), "share": share.share},
        "questions": [question_tree(one) for one in found],
    }
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "indent": 1})


class ImpactFeed(Feed[News, Round | None]):
    """Summaries, briefs and what owners tell, newest first."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, slug: str = "") -> Round | None:
        if not slug:
            return None
        return get_object_or_404(Round.objects.exclude(status=RoundStatus.PLANNED), slug=slug)

    def title(self, obj: Round | None) -> str:
        name = happened()[0]
        return f"{name}: {title_of(obj).text}" if obj else name

    def link(self, obj: Round | None) -> str:
        path = reverse("impact:round", args=[obj.slug]) if obj else reverse("impact:all")
        return f"{settings.PUBLIC_URL}{path}"

    def items(self, obj: Round | None) -> QuerySet[News]:
        found = News.objects.filter(round=obj) if obj else News.objects.all()
        return found.select_related(
            "round", "entry__question__owner", "change__question__owner"
        ).order_by("-pk")[:NEWEST]

    def item_title(self, item: Any) -> str:
        told = item.entry or item.change
        if told is None:
            return f"{NewsKind(item.kind).label}: {title_of(item.round).text}"
        theme = shown(told.question.theme_title).text
        return f"{told.question.owner}: {told.get_kind_display()}. {theme}"

    def item_description(self, item: Any) -> str:
        if item.change:
            return str(item.change.reason)
        return "\n".join(words_of(item.entry)) if item.entry else title_of(item.round).text

    def item_link(self, item: Any) -> str:
        return f"{settings.PUBLIC_URL}{self._path(item)}"

    def item_guid(self, item: Any) -> str:
        return f"{settings.PUBLIC_URL}{self._path(item)}#news-{item.pk}"

    def item_updateddate(self, item: Any) -> Any:
        return item.at

    @staticmethod
    def _path(item: News) -> str:
        told = item.entry or item.change
        if told is not None:
            return reverse("impact:question", args=[told.question_id])
        name = "impact:brief" if item.edition_id else "dialogues:round"
        return reverse(name, args=[item.round.slug])


@public
@require_safe
def feed(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The feed of all rounds, or of one."""
    return ImpactFeed()(request, slug=slug) if slug else ImpactFeed()(request)
