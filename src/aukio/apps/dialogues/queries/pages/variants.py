"""The short and the easy-language version being written."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Prefetch

from aukio.apps.dialogues.models import (
    Round,
    Sentence,
    Summary,
    Theme,
    Variant,
    VariantKind,
    VariantSentence,
)


@dataclass(frozen=True)
class VariantLine:
    """One version on the summary desk: how far it is."""

    kind: str
    name: str
    sentences: int
    ready: tuple[str, ...]


@dataclass(frozen=True)
class VariantDesk:
    """``untold``: themes of the full summary that no sentence of the version rests on."""

    variant: Variant | None
    sentences: tuple[VariantSentence, ...]
    untold: tuple[Theme, ...]


def variant_lines(round: Round) -> list[VariantLine]:
    """Every kind, begun or not. One query."""
    found = Variant.objects.filter(summary__round=round).annotate(held=Count("sentences"))
    begun = {one.kind: one for one in found}
    return [
        VariantLine(
            kind.value,
            str(kind.label),
            begun[kind].held if kind in begun else 0,
            tuple(begun[kind].ready) if kind in begun else (),
        )
        for kind in VariantKind
    ]


def variant_desk(round: Round, kind: str) -> VariantDesk:
    """A version with its sentences and their sources. Four queries."""
    variant = Variant.objects.filter(summary__round=round, kind=kind).first()
    sources = Sentence.objects.select_related("theme").annotate(quoted=Count("quotes"))
    sentences = (
        list(variant.sentences.prefetch_related(Prefetch("sources", queryset=sources)))
        if variant
        else []
    )
    told = {source.theme_id for one in sentences for source in one.sources.all()}
    written = Theme.objects.filter(round=round, sentences__isnull=False).distinct()
    return VariantDesk(
        variant, tuple(sentences), tuple(one for one in written if one.pk not in told)
    )


def full_sentences(summary: Summary) -> list[Sentence]:
    """The full summary's sentences in reading order. One query."""
    return list(summary.sentences.order_by("theme__order", "theme", "order", "id"))
