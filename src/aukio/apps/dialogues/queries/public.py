"""What anyone may read: rounds that are open, and summaries as they were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from aukio.apps.dialogues.models import Dialogue, Publication, Round, RoundStatus
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries import tree
from aukio.apps.dialogues.queries.words import Shown, shown
from aukio.apps.dialogues.taking_part import TOLD


@dataclass(frozen=True)
class RoundCard:
    """A round in a list."""

    slug: str
    title: str
    description: str
    season: str
    year: int
    status: str
    is_sample: bool
    dialogues: int
    organisers: int
    participants: int | None
    published_at: datetime | None


@dataclass(frozen=True)
class RoundPage:
    """A round; without ``edition`` its summary is not published yet."""

    round: RoundCard
    days: tuple[Any, ...]
    edition: tree.Edition | None
    editions: tuple[tuple[int, datetime, str], ...]
    figures: dict[str, int | None]
    age_bands: dict[str, int]
    groups: dict[str, int]
    themes: tuple[tree.PublishedTheme, ...]
    dialogues: tuple[tree.PublishedDialogue, ...]


@dataclass(frozen=True)
class WholeNote:
    """A note that may be read whole."""

    id: int
    text: str
    language: str
    dialogue: tree.PublishedDialogue | None


@dataclass(frozen=True)
class ThemePage:
    round: Shown
    slug: str
    edition: tree.Edition
    theme: tree.PublishedTheme
    previous: tree.PublishedTheme | None
    next: tree.PublishedTheme | None
    notes: tuple[WholeNote, ...]


@dataclass(frozen=True)
class SentencePage:
    """A sentence, the words behind it, and the other sentences that rest on the same notes."""

    round: Shown
    slug: str
    edition: tree.Edition
    theme: tree.PublishedTheme
    sentence: tree.PublishedSentence
    also: tuple[tree.PublishedSentence, ...]


@dataclass(frozen=True)
class DialoguePage:
    """A dialogue, and the sentences that rest on what was said there."""

    round: Shown
    slug: str
    edition: tree.Edition
    dialogue: tree.PublishedDialogue
    sentences: tuple[tree.PublishedSentence, ...]
    notes: tuple[WholeNote, ...]


def public_rounds() -> list[RoundCard]:
    """Rounds that anyone may see, newest first. One query."""
    return [_card(one) for one in _visible()]


def _visible() -> QuerySet[Any]:
    dialogues = Dialogue.objects.filter(round=OuterRef("pk")).order_by().values("round")
    first = Publication.objects.filter(round=OuterRef("pk"), version=1)
    return Round.objects.exclude(status=RoundStatus.PLANNED).annotate(
        heard=_number(dialogues.annotate(n=Count("pk"))),
        held_by=_number(dialogues.annotate(n=Count("organiser", distinct=True))),
        people=_sum(dialogues.annotate(n=Sum("participants", filter=TOLD))),
        published_at=Subquery(first.values("published_at")[:1]),
    )


def _number(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(_sum(rows), 0)


def _sum(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.values("n")[:1], output_field=IntegerField())


def _card(one: Any) -> RoundCard:
    return RoundCard(
        slug=one.slug,
        title=one.title,
        description=one.description,
        season=one.season,
        year=one.year,
        status=one.status,
        is_sample=one.is_sample,
        dialogues=one.heard,
        organisers=one.held_by,
        participants=one.people,
        published_at=one.published_at,
    )


def publication_of(slug: str, version: int | None = None) -> Publication:
    """The round's newest publication, or one version. Raises ``Publication.DoesNotExist``."""
    found = Publication.objects.filter(round__slug=slug).order_by("-version")
    if version is not None:
        found = found.filter(version=version)
    publication = found.first()
    if publication is None:
        raise Publication.DoesNotExist(slug)
    return publication


def round_page(slug: str, version: int | None = None) -> RoundPage:
    """A round's page. Raises ``Round.DoesNotExist`` (or ``Publication.DoesNotExist``)."""
    one = _visible().get(slug=slug)
    history = Publication.objects.filter(round=one).order_by("-version")
    editions = tuple(history.values_list("version", "published_at", "reason"))
    days = tuple(one.days.values_list("date", flat=True))
    if not editions and version is None:
        return RoundPage(_card(one), days, None, (), {}, {}, {}, (), ())
    publication = publication_of(slug, version)
    content, _whole_notes = permitted(publication)
    return RoundPage(
        round=_card(one),
        days=days,
        edition=tree.edition(publication),
        editions=editions,
        figures=content["figures"],
        age_bands=content["age_bands"],
        groups=content["groups"],
        themes=tree.themes(content),
        dialogues=tuple(tree.dialogues(content).values()),
    )


def theme_page(slug: str, theme: int, version: int | None = None) -> ThemePage:
    """A published theme. Raises ``Publication.DoesNotExist``."""
    publication = publication_of(slug, version)
    content, notes = permitted(publication)
    everything = tree.themes(content)
    places = [place for place, one in enumerate(everything) if one.id == theme]
    if not places:
        raise Publication.DoesNotExist(f"{slug} theme {theme}")
    at = places[0]
    return ThemePage(
        round=shown(publication.content["round"]["title"]),
        slug=slug,
        edition=tree.edition(publication),
        theme=everything[at],
        previous=everything[at - 1] if at else None,
        next=everything[at + 1] if at + 1 < len(everything) else None,
        notes=_whole(content, notes, theme=theme),
    )


def sentence_page(slug: str, sentence: int, version: int | None = None) -> SentencePage:
    """A published sentence and its words. Raises ``Publication.DoesNotExist``."""
    publication = publication_of(slug, version)
    content, notes = permitted(publication)
    everything = tree.themes(content, {note["id"]: note["text"] for note in notes})
    for theme in everything:
        for one in theme.sentences:
            if one.id == sentence:
                return SentencePage(
                    round=shown(publication.content["round"]["title"]),
                    slug=slug,
                    edition=tree.edition(publication),
                    theme=theme,
                    sentence=one,
                    also=_also(everything, one),
                )
    raise Publication.DoesNotExist(f"{slug} sentence {sentence}")


def dialogue_page(slug: str, dialogue: int, version: int | None = None) -> DialoguePage:
    """A published dialogue and what rests on it. Raises ``Publication.DoesNotExist``."""
    publication = publication_of(slug, version)
    content, notes = permitted(publication)
    found = tree.dialogues(content).get(dialogue)
    if found is None:
        raise Publication.DoesNotExist(f"{slug} dialogue {dialogue}")
    rests = [
        sentence
        for theme in tree.themes(content)
        for sentence in theme.sentences
        if any(quote.dialogue and quote.dialogue.id == dialogue for quote in sentence.quotes)
    ]
    return DialoguePage(
        round=shown(publication.content["round"]["title"]),
        slug=slug,
        edition=tree.edition(publication),
        dialogue=found,
        sentences=tuple(rests),
        notes=_whole(content, notes, dialogue=dialogue),
    )


def _also(
    themes: tuple[tree.PublishedTheme, ...], sentence: tree.PublishedSentence
) -> tuple[tree.PublishedSentence, ...]:
    notes = {quote.note for quote in sentence.quotes}
    return tuple(
        one
        for theme in themes
        for one in theme.sentences
        if one.id != sentence.id and notes & {quote.note for quote in one.quotes}
    )


def _whole(
    content: dict[str, Any], notes: list[dict[str, Any]], **wanted: int
) -> tuple[WholeNote, ...]:
    heard = tree.dialogues(content)
    return tuple(
        WholeNote(note["id"], note["text"], note["language"], heard.get(note["dialogue"]))
        for note in notes
        if all(note[field] == value for field, value in wanted.items())
    )
