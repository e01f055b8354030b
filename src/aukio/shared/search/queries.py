"""Finding: the same hits in the same order on SQLite and PostgreSQL.

The database's index says which entries match; the order is counted from plain columns:
a word in the title weighs most, then one in the summary, then the rest. Among equals newer
objects come first, then shorter ones. When nothing holds all the words, what holds some of
them is offered, those with most words first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Concat
from django.utils.translation import get_language

from aukio.shared.search.lookups import Groups
from aukio.shared.search.marking import Piece, mark
from aukio.shared.search.models import SearchEntry
from aukio.shared.search.registry import of_kind
from aukio.shared.search.words import Query, clean, read_query

ANYWHERE, IN_TITLE, IN_SUMMARY = 1000, 10, 3
MOST = 1000  # Beyond this many hits a person needs better words, not more pages.
LANGUAGE_ORDER = ("fi", "sv", "en")


@dataclass(frozen=True)
class Hit:
    """One object found, as a reader of ``reader`` language sees it."""

    kind: str
    object_id: str
    language: str
    title: str
    summary: str
    url: str
    score: int
    marked_title: tuple[Piece, ...]
    marked_summary: tuple[Piece, ...]

    @property
    def kind_label(self) -> str:
        """What this kind of object is called, in the reader's language."""
        searchable = of_kind(self.kind)
        return searchable.shown_label() if searchable else self.kind


@dataclass(frozen=True)
class Found:
    """One page of what was found. ``total`` counts objects; ``more`` says there are others.

    ``partial`` tells that nothing holds all the words: the hits hold some of them.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    kinds: dict[str, int] = field(default_factory=dict)
    partial: bool = False


@dataclass(frozen=True)
class _Candidate:
    pk: int
    kind: str
    object_id: str
    language: str
    score: int


def find(text: str, language: str | None = None, limit: int = 20) -> list[Hit]:
    """The best hits for what a person typed, for a reader of ``language``.

    Any input is fine; what holds no word finds nothing.
    """
    return list(look_up(text, language=language, limit=limit).hits)


def look_up(
    text: str,
    *,
    language: str | None = None,
    kind: str = "",
    offset: int = 0,
    limit: int = 20,
    using: str = "default",
) -> Found:
    """One page of hits, their number, and how many there are of each kind.

    An object found in several languages is one hit: its best one, among equals that of the
    reader. Three queries at any size, at most two more when only some words are found.
    """
    reader = (language or get_language() or "fi")[:2]
    query, kind = read_query(text, reader), clean(kind)
    if not query.groups:
        return Found(query)
    asked = _Asked(query, reader, kind, offset, limit, using)
    whole = _one_page(asked, query.groups)
    if whole.kinds or len(query.groups) == 1:
        return whole
    anything = tuple(dict.fromkeys(term for group in query.groups for term in group))
    return replace(_one_page(asked, (anything,)), partial=True)


@dataclass(frozen=True)
class _Asked:
    """Everything a page of hits is made from."""

    query: Query
    reader: str
    kind: str
    offset: int
    limit: int
    using: str


def _one_page(asked: _Asked, needed: Groups) -> Found:
    """The page of entries that hold a term of every group ``needed``."""
    matching = SearchEntry.objects.using(asked.using).filter(terms__hold=needed)
    counts = matching.order_by().values_list("kind").annotate(Count("object_id", distinct=True))
    kinds = dict(sorted(counts))
    if not kinds:
        return Found(asked.query)
    chosen = matching.filter(kind=asked.kind) if asked.kind else matching
    ranked = _ranked(chosen, asked.query.groups, is_whole=needed == asked.query.groups)
    objects = _one_per_object(ranked[: MOST * len(LANGUAGE_ORDER)], asked.reader)[:MOST]
    page = objects[asked.offset : asked.offset + asked.limit]
    return Found(
        query=asked.query,
        hits=tuple(_hits(page, asked)),
        total=kinds.get(asked.kind, 0) if asked.kind else sum(kinds.values()),
        more=asked.offset + len(page) < len(objects),
        kinds=kinds,
    )


def _ranked(
    entries: QuerySet[SearchEntry], groups: Groups, *, is_whole: bool
) -> QuerySet[SearchEntry, tuple[int, str, str, str, int]]:
    weights = {"title_terms": IN_TITLE, "summary_terms": IN_SUMMARY}
    if not is_whole:
        padded = Concat(Value(" "), "terms", Value(" "), output_field=TextField())
        entries = entries.annotate(padded=padded)
        weights["padded"] = ANYWHERE
    score = Value(0, output_field=IntegerField())
    for group in groups:
        for column, weight in weights.items():
            score = score + _weight(column, group, weight)  # type: ignore[assignment]
    order = (F("score").desc(), F("date").desc(nulls_last=True), "size", "tie", "pk")
    scored = entries.annotate(score=score).order_by(*order)
    return scored.values_list("pk", "kind", "object_id", "language", "score")


def _weight(column: str, group: Sequence[str], weight: int) -> Case:
    held = Q()
    for term in group:
        held |= Q(**{f"{column}__contains": f" {term} "})
    return Case(When(held, then=Value(weight)), default=Value(0), output_field=IntegerField())


def _one_per_object(
    ranked: QuerySet[SearchEntry, tuple[int, str, str, str, int]], reader: str
) -> list[_Candidate]:
    best: dict[tuple[str, str], _Candidate] = {}
    for row in ranked:
        new = _Candidate(*row)
        old = best.setdefault((new.kind, new.object_id), new)
        if new.score == old.score and _nearness(new, reader) < _nearness(old, reader):
            best[new.kind, new.object_id] = new
    return list(best.values())


def _nearness(candidate: _Candidate, reader: str) -> int:
    """0 for the reader's own language, then the languages in their order."""
    if candidate.language == reader:
        return 0
    known = candidate.language in LANGUAGE_ORDER
    return 1 + LANGUAGE_ORDER.index(candidate.language) if known else 9


def _hits(page: list[_Candidate], asked: _Asked) -> list[Hit]:
    entries = SearchEntry.objects.using(asked.using).in_bulk([one.pk for one in page])
    # An entry may have gone between the two queries.
    there = [one for one in page if one.pk in entries]
    return [_hit(entries[one.pk], one.score, asked.query, asked.reader) for one in there]


def _hit(entry: SearchEntry, score: int, query: Query, reader: str) -> Hit:
    return Hit(
        kind=entry.kind,
        object_id=entry.object_id,
        language=entry.language,
        title=entry.title,
        summary=entry.summary,
        url=_for_reader(entry.url, entry.language, reader),
        score=score,
        marked_title=mark(entry.title, query.terms, entry.language),
        marked_summary=mark(entry.summary, query.terms, entry.language),
    )


def _for_reader(url: str, language: str, reader: str) -> str:
    """The address under the reader's language: the page, if not its content, has it."""
    start = f"/{language}/"
    if reader in LANGUAGE_ORDER and url.startswith(start):
        return f"/{reader}/{url.removeprefix(start)}"
    return url
