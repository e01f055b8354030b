"""Published rounds, themes, sentences and quotes for machines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from aukio.apps.dialogues.models import Publication, Round, RoundStatus
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries import publication_of
from aukio.apps.dialogues.taking_part import told_again
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, offset, page, page_by_offset

router = Router(tags=["dialogues"])
api_prefix = "dialogues"
Texts = dict[str, str]


class RoundOut(Schema):
    """A round of dialogues that has opened."""

    slug: str
    title: Texts
    description: Texts
    season: str
    year: int
    status: str
    is_sample: bool

    @staticmethod
    def resolve_title(round: Round) -> Texts:
        return _texts(round, "title")

    @staticmethod
    def resolve_description(round: Round) -> Texts:
        return _texts(round, "description")


class DialogueOut(Schema):
    """A dialogue; ``participants`` is null when not known or fewer than five."""

    id: int
    title: str
    organiser: Texts
    place: str
    municipality: Texts
    mode: str
    date: date | None
    participants: int | None


class QuoteOut(Schema):
    """Exact words, and where in the note they are (code points)."""

    id: int
    note: int
    start: int
    end: int
    text: str
    language: str
    record: int
    dialogue: int


class SentenceOut(Schema):
    """A sentence of the summary with the words it rests on.

    ``withdrawn`` counts quotes that were published but may no longer be shown.
    """

    id: int
    theme: int
    order: int
    voice: str
    text: Texts
    status: Texts
    quotes: list[QuoteOut]
    withdrawn: int


class VariantSentenceOut(Schema):
    """A sentence of a version; ``sources`` are sentences of the full summary."""

    id: int
    order: int
    text: Texts
    status: Texts
    sources: list[int]


class VariantOut(Schema):
    """A short or an easy-language version and the languages it is published in."""

    kind: str
    languages: list[str]
    sentences: list[VariantSentenceOut]


class ThemeOut(Schema):
    """A theme, with how many notes and dialogues it gathers."""

    id: int
    order: int
    title: Texts
    description: Texts
    notes: int
    dialogues: int


class NoteOut(Schema):
    """A note whose whole text may be read."""

    id: int
    theme: int | None
    record: int
    dialogue: int
    language: str
    text: str


class SummaryOut(Schema):
    """The newest publication of a round's summary.

    ``figures.participants`` counts the dialogues whose own number is told; ``age_bands`` and
    ``groups`` are rounded down to full fives.
    """

    slug: str
    version: int
    published_at: datetime
    reason: str
    sha256: str
    languages: list[str]
    figures: dict[str, int | None]
    age_bands: dict[str, int]
    groups: dict[str, int]
    dialogues: list[DialogueOut]
    themes: list[ThemeOut]


@router.get("/rounds", response=Page[RoundOut], summary="List rounds")
@public
def rounds(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Rounds that have opened, newest year first."""
    rows = Round.objects.exclude(status=RoundStatus.PLANNED)
    return page(request, rows, paging, order=["-year", "slug"])


@router.get("/rounds/{slug}", response=SummaryOut, summary="Read a published summary")
@public
def summary(request: HttpRequest, slug: str) -> dict[str, Any]:
    """The summary's newest version, without its sentences."""
    publication = publication_of(slug)
    content = told_again(publication.content)
    return {
        "slug": slug,
        "version": publication.version,
        "published_at": publication.published_at,
        "reason": publication.reason,
        "sha256": publication.sha256,
        **content,
    }


@router.get("/rounds/{slug}/themes", response=Page[ThemeOut], summary="List a summary's themes")
@public
def themes(request: HttpRequest, slug: str, paging: Query[Paging]) -> dict[str, Any]:
    """Themes in order."""
    return _cut(request, paging, publication_of(slug).content["themes"])


@router.get("/rounds/{slug}/sentences", response=Page[SentenceOut], summary="List sentences")
@public
def sentences(
    request: HttpRequest, slug: str, paging: Query[Paging], theme: int | None = None
) -> dict[str, Any]:
    """Sentences in order, of one theme or of all."""
    found = _sentences(publication_of(slug))
    return _cut(request, paging, [one for one in found if theme in (None, one["theme"])])


@router.get("/rounds/{slug}/sentences/{sentence}", response=SentenceOut, summary="One sentence")
@public
def sentence(request: HttpRequest, slug: str, sentence: int) -> dict[str, Any]:
    """A sentence and the words behind it."""
    for one in _sentences(publication_of(slug)):
        if one["id"] == sentence:
            return one
    raise Publication.DoesNotExist(f"{slug} sentence {sentence}")


@router.get("/rounds/{slug}/versions", response=list[VariantOut], summary="List versions")
@public
def versions(request: HttpRequest, slug: str) -> list[dict[str, Any]]:
    """The short and the easy-language version, where they are published; two at most."""
    found = publication_of(slug).content.get("variants", {})
    return [{"kind": kind, **one} for kind, one in found.items()]


@router.get("/rounds/{slug}/quotes", response=Page[QuoteOut], summary="List quotes")
@public
def quotes(request: HttpRequest, slug: str, paging: Query[Paging]) -> dict[str, Any]:
    """Every quote that may be shown, in the order of the sentences."""
    found = _sentences(publication_of(slug))
    return _cut(request, paging, [quote for one in found for quote in one["quotes"]])


@router.get("/rounds/{slug}/notes", response=Page[NoteOut], summary="List open notes")
@public
def notes(request: HttpRequest, slug: str, paging: Query[Paging]) -> dict[str, Any]:
    """Notes whose whole text those who took part allowed to be published."""
    _content, whole = permitted(publication_of(slug))
    return _cut(request, paging, whole)


def _sentences(publication: Publication) -> list[dict[str, Any]]:
    content, _notes = permitted(publication)
    return [
        {**sentence, "theme": theme["id"]}
        for theme in content["themes"]
        for sentence in theme["sentences"]
    ]


def _cut(request: HttpRequest, paging: Paging, items: list[dict[str, Any]]) -> dict[str, Any]:
    start = offset(request, paging)
    part = items[start : start + paging.limit]
    return page_by_offset(request, paging, part, more=len(items) > start + len(part))


def _texts(round: Round, field: str) -> Texts:
    found = {code: getattr(round, f"{field}_{code}") for code in ("fi", "sv", "en")}
    return {code: text for code, text in found.items() if text}
