"""The summary being written: one theme of it, and what it does not cover yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from aukio.apps.dialogues.models import (
    Dialogue,
    Permission,
    Quote,
    QuoteProposal,
    Record,
    Round,
    Sentence,
    Theme,
    Why,
    in_use,
)
from aukio.apps.dialogues.queries.pages.voices import Voice, voices


@dataclass(frozen=True)
class Section:
    """A theme of the summary: its sentences with quotes, and words to choose from.

    ``proposals`` tell much of what was said, ``voices`` may be missing.
    """

    theme: Theme
    sentences: tuple[Sentence, ...]
    proposals: tuple[QuoteProposal, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Uncovered:
    """Themes without a sentence, and dialogues that may be quoted but are not."""

    themes: tuple[Theme, ...]
    dialogues: tuple[Dialogue, ...]


def section(theme: Theme) -> Section:
    """Nine queries."""
    sentences = theme.sentences.order_by("order", "id").prefetch_related(
        "quotes__note__record__dialogue"
    )
    return Section(theme, tuple(sentences), tuple(proposals(theme)), tuple(voices(theme)))


def proposals(theme: Theme) -> list[QuoteProposal]:
    """Words that tell much of the theme, may be quoted and that no sentence has yet."""
    taken = Quote.objects.filter(
        note=OuterRef("note"), start=OuterRef("start"), end=OuterRef("end")
    )
    allowed = ~Q(note__permission=Permission.NONE) & (
        ~Q(note__permission="") | ~Q(note__record__permission=Permission.NONE)
    )
    found = QuoteProposal.objects.filter(allowed, note__placement__theme=theme, why=Why.COVERAGE)
    return list(
        found.exclude(Exists(taken))
        .select_related("note__record__dialogue")
        .defer("note__record__text")
        .order_by("rank", "pk")
    )


def uncovered(round: Round) -> Uncovered:
    """Two queries."""
    themes = Theme.objects.filter(round=round, merged_into=None)
    quotable = Record.objects.filter(in_use(), dialogue=OuterRef("pk")).exclude(
        permission=Permission.NONE
    )
    quoted = Quote.objects.filter(note__record__dialogue=OuterRef("pk"))
    dialogues = Dialogue.objects.filter(round=round)
    return Uncovered(
        themes=tuple(themes.annotate(n=Count("sentences")).filter(n=0)),
        dialogues=tuple(dialogues.filter(Exists(quotable)).exclude(Exists(quoted))),
    )
