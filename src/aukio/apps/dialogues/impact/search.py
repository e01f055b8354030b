"""What the house's search finds here: questions with their answers, and published briefs."""

from __future__ import annotations

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.impact.models import Edition, Entry, Question
from aukio.shared.search.registry import Searchable, register


def register_kinds() -> None:
    """Make the wing's public words findable."""
    register(
        Searchable(
            model=Question,
            kind="dialogues.answer",
            label=pgettext_lazy("search", "Question to an owner and its answer"),
            title=_title,
            summary=_question,
            text=_entries,
            url=lambda one: reverse("impact:question", args=[one.pk]),
            public=lambda: Question.objects.select_related("owner").prefetch_related("entries"),
            date=lambda one: one.asked_at.date(),
        )
    )
    register(
        Searchable(
            model=Edition,
            kind="dialogues.brief",
            label=pgettext_lazy("search", "Brief for leadership"),
            title=lambda one: named(one.content["round"]["title"], _language()),
            text=_points,
            url=lambda one: reverse("impact:brief", args=[one.content["round"]["slug"]]),
            public=_newest_editions,
            date=lambda one: one.published_at.date(),
        )
    )


def _newest_editions() -> QuerySet[Edition]:
    newest = Edition.objects.order_by().values("round").annotate(newest=Max("pk"))
    return Edition.objects.filter(pk__in=newest.values("newest"))


def _language() -> str:
    return (get_language() or "fi")[:2]


def _title(one: Question) -> str:
    return f"{named(one.theme_title, _language())}: {one.owner}"


def _question(one: Question) -> str:
    texts = {code: getattr(one, f"text_{code}") for code in ("fi", "sv", "en")}
    return named(texts, _language())


def _entries(one: Question) -> str:
    return "\n".join(text for entry in one.entries.all() for text in words_of(entry))


def words_of(entry: Entry) -> list[str]:
    """What the entry says, part by part."""
    parts = (entry.heard, entry.will_do, entry.why_not, entry.text)
    return [part for part in parts if part]


def _points(one: Edition) -> str:
    content = one.content
    texts = [part["text"] for part in (*content["findings"], *content["wishes"], content["ask"])]
    return "\n".join(named(text, _language()) for text in texts)
