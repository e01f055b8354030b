"""The core group's desk: themes, notes, the summary being written, what is to be mended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import (
    Change,
    Note,
    Origin,
    Permission,
    QuoteProposal,
    Round,
    Sentence,
    Summary,
    Theme,
    ThemeState,
    in_use,
)
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.queries.words import Shown, shown
from aukio.apps.dialogues.readable import readable


@dataclass(frozen=True)
class DeskTheme:
    """A theme in the making. ``decided`` means the machine leaves it alone."""

    id: int
    title: Shown
    keywords: tuple[str, ...]
    state: str
    decided: bool
    notes: int
    dialogues: int
    sentences: int
    languages: dict[str, int]


@dataclass(frozen=True)
class DeskNote:
    """A note as the core group reads it."""

    id: int
    text: str
    language: str
    quotable: bool
    origin: str
    record: int
    dialogue: int
    dialogue_title: str
    proposals: tuple[QuoteProposal, ...]
    quoted: bool


@dataclass(frozen=True)
class Desk:
    """The themes of a round, and how much is still in no theme."""

    themes: tuple[DeskTheme, ...]
    records: int
    notes: int
    unplaced: int
    latest: Change | None


@dataclass(frozen=True)
class ThemeDesk:
    theme: Theme
    title: Shown
    notes: tuple[DeskNote, ...]
    total: int
    others: tuple[DeskTheme, ...]


@dataclass(frozen=True)
class SummarySection:
    """A theme of the summary: sentences with quotes, and quotes the machine proposes."""

    theme: DeskTheme
    sentences: tuple[Sentence, ...]
    proposals: tuple[QuoteProposal, ...]


@dataclass(frozen=True)
class SummaryDesk:
    summary: Summary | None
    sections: tuple[SummarySection, ...]
    offences: tuple[Offence, ...]


def desk(round: Round) -> Desk:
    """The round's themes with counts. A constant number of queries."""
    used = _used(round)
    counts = used.aggregate(
        notes=Count("pk"),
        unplaced=Count("pk", filter=Q(placement=None)),
        records=Count("record", distinct=True),
    )
    return Desk(
        themes=desk_themes(round),
        latest=Change.objects.filter(round=round, undone_at=None).order_by("-id").first(),
        **counts,
    )


def desk_themes(round: Round) -> tuple[DeskTheme, ...]:
    """Live themes in order. Three queries."""
    languages: dict[int, dict[str, int]] = defaultdict(dict)
    rows = (
        _used(round).exclude(placement=None).order_by().values_list("placement__theme", "language")
    )
    for theme_id, language, count in rows.annotate(n=Count("pk")):
        languages[theme_id][language] = count
    written = Sentence.objects.filter(summary__round=round).order_by().values_list("theme")
    sentences = dict(written.annotate(n=Count("pk")))
    themes = Theme.objects.filter(round=round, merged_into=None).annotate(
        held=Count("placements"),
        heard=Count("placements__note__record__dialogue", distinct=True),
        by_person=Count("placements", filter=Q(placements__origin=Origin.PERSON)),
    )
    return tuple(
        DeskTheme(
            id=theme.pk,
            title=shown(theme_title(theme)),
            keywords=tuple(theme.keywords),
            state=theme.state,
            decided=bool(
                theme.state == ThemeState.ACCEPTED or theme.by_person or sentences.get(theme.pk)
            ),
            notes=theme.held,
            dialogues=theme.heard,
            sentences=sentences.get(theme.pk, 0),
            languages=languages[theme.pk],
        )
        for theme in themes
    )


def theme_desk(theme: Theme, *, offset: int = 0, limit: int = 100) -> ThemeDesk:
    """A theme's notes, proposed quotes first, a page of them."""
    notes = _used(theme.round).filter(placement__theme=theme)
    return ThemeDesk(
        theme=theme,
        title=shown(theme_title(theme)),
        notes=desk_notes(notes, offset=offset, limit=limit),
        total=notes.count(),
        others=tuple(one for one in desk_themes(theme.round) if one.id != theme.pk),
    )


def desk_notes(notes: QuerySet[Note], *, offset: int, limit: int) -> tuple[DeskNote, ...]:
    """Notes with all the desk shows of them. Three queries."""
    proposed = Exists(QuoteProposal.objects.filter(note=OuterRef("pk")))
    rows = (
        notes.select_related("record__dialogue", "placement")
        .defer("record__text")
        .prefetch_related("proposals")
        .annotate(is_proposed=proposed, times_quoted=Count("quotes"))
        .order_by("-is_proposed", "pk")[offset : offset + limit]
    )
    listed = list(rows)
    texts = readable(listed)
    return tuple(_note(one, texts[one.pk], one.times_quoted > 0) for one in listed)


def _note(one: Note, text: str, quoted: bool) -> DeskNote:
    placement = getattr(one, "placement", None)
    return DeskNote(
        id=one.pk,
        text=text,
        language=one.language,
        quotable=one.allowed != Permission.NONE,
        origin=placement.origin if placement else "",
        record=one.record_id,
        dialogue=one.record.dialogue_id,
        dialogue_title=one.record.dialogue.title,
        proposals=tuple(one.proposals.all()),
        quoted=quoted,
    )


def summary_desk(round: Round) -> SummaryDesk:
    """The summary being written, with everything that keeps it from being published."""
    sentences: dict[int, list[Sentence]] = defaultdict(list)
    rows = Sentence.objects.filter(summary__round=round).order_by("order", "id")
    for sentence in rows.prefetch_related("quotes__note__record__dialogue"):
        sentences[sentence.theme_id].append(sentence)
    proposals: dict[int, list[QuoteProposal]] = defaultdict(list)
    offered = QuoteProposal.objects.filter(note__placement__theme__round=round)
    for proposal in offered.select_related("note__placement", "note__record__dialogue"):
        proposals[proposal.note.placement.theme_id].append(proposal)
    return SummaryDesk(
        summary=Summary.objects.filter(round=round).first(),
        sections=tuple(
            SummarySection(theme, tuple(sentences[theme.id]), tuple(proposals[theme.id]))
            for theme in desk_themes(round)
        ),
        offences=tuple(offences_of(round)),
    )


def history(round: Round, *, limit: int = 50) -> list[Change]:
    """The round's latest changes, undone ones too, without the rows they touched."""
    changes = Change.objects.filter(round=round).select_related("by")
    return list(changes.defer("before", "after").order_by("-id")[:limit])


def _used(round: Round) -> QuerySet[Note]:
    return Note.objects.filter(in_use("record__"), record__dialogue__round=round)
