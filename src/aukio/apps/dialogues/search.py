"""What the house's search finds here: published rounds, themes and sentences.

Their words are read from the frozen publication, not from work in progress.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy

from aukio.apps.dialogues.models import Publication, Round, Sentence, Theme
from aukio.shared.search import actions
from aukio.shared.search.registry import Searchable, register

ROUND = 0  # a publication has one round; themes and sentences are kept by id
Texts = dict[str, dict[int, dict[str, Any]]]


def register_all() -> None:
    """Make the room's published words findable."""
    register(
        Searchable(
            model=Round,
            kind="dialogues.round",
            label=pgettext_lazy("search", "Dialogue round"),
            title=lambda item: _of(item, "rounds", ROUND, "title"),
            summary=lambda item: _of(item, "rounds", ROUND, "description"),
            url=lambda item: reverse("dialogues:round", args=[item.slug]),
            public=lambda: _newest(Round.objects, "pk").exclude(publication=None),
        )
    )
    for model, kind, name in (
        (Theme, "theme", pgettext_lazy("search", "Theme")),
        (Sentence, "sentence", pgettext_lazy("search", "Sentence of a summary")),
    ):
        _register_part(model, kind, name)


def _register_part(model: type[Theme] | type[Sentence], kind: str, name: Any) -> None:
    round = "round" if model is Theme else "summary__round"
    kinds = f"{kind}s"

    def public() -> QuerySet[Any]:
        published = set[int]()
        for publication in _newest_publications():
            published.update(_texts(publication)[kinds])
        found = model._default_manager.filter(pk__in=published)
        return _newest(found, round).select_related(round)

    register(
        Searchable(
            model=model,
            kind=f"dialogues.{kind}",
            label=name,
            title=lambda item: _of(item, kinds, item.pk, "title"),
            summary=lambda item: _of(item, kinds, item.pk, "description"),
            url=lambda item: reverse(f"dialogues:{kind}", args=[_slug(item), item.pk]),
            public=public,
        )
    )


def refresh_round(round: Round) -> None:
    """Make the round's published words findable as they are now."""
    newest = round.publications.order_by("-version").first()
    actions.refresh(round)
    if newest is None:
        return
    for publication in round.publications.all():
        texts = _texts(publication.sha256)
        for kind, model in (("themes", Theme), ("sentences", Sentence)):
            for pk in texts[kind]:
                gone: Model = model(pk=pk)
                actions.refresh(gone)


def _newest(rows: Any, round: str) -> QuerySet[Any]:
    newest = Publication.objects.filter(round=OuterRef(round)).order_by("-version")
    found: QuerySet[Any] = rows.annotate(publication=Subquery(newest.values("sha256")[:1]))
    return found


def _newest_publications() -> list[str]:
    rounds = _newest(Round.objects, "pk").exclude(publication=None)
    return list(rounds.values_list("publication", flat=True))


def _of(item: Any, kind: str, pk: int, field: str) -> str:
    texts = _texts(item.publication)[kind].get(pk, {}).get(field, {})
    return str(texts.get(get_language() or "fi", ""))


@lru_cache(maxsize=16)
def _texts(sha256: str) -> Texts:
    """Titles and descriptions by kind and id. What has this fingerprint never changes."""
    content = Publication.objects.filter(sha256=sha256).values_list("content", flat=True)[0]
    sentences = (one for theme in content["themes"] for one in theme["sentences"])
    return {
        "rounds": {ROUND: content["round"]},
        "themes": {one["id"]: one for one in content["themes"]},
        "sentences": {one["id"]: {"title": one["text"]} for one in sentences},
    }


def _slug(item: Theme | Sentence) -> str:
    return item.round.slug if isinstance(item, Theme) else item.summary.round.slug
