"""How long and how clear a summary or a version of it is, while it is being written.

The score comes from surface rules alone: no language model is loaded in a web process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round, Sentence, VariantKind, VariantSentence
from aukio.apps.dialogues.variant_sheet import pages
from aukio.apps.wording.public import Score, quick_score
from aukio.shared.faults import Fault

LANGUAGES = ("fi", "sv", "en")
WORDS_A_PAGE = 350
# Words a minute, silently and for understanding; Trauzettel-Klosinski & Dietz 2012 (IReST),
# doi:10.1167/iovs.11-8284: Finnish 161, Swedish 199, English 228.
WORDS_A_MINUTE = {"fi": 160, "sv": 200, "en": 230}
Texts = Mapping[str, str]  # by language


@dataclass(frozen=True)
class Draft:
    """A sentence as it is in the form; ``sentence`` is none for a new one."""

    texts: Texts
    sentence: int | None = None


@dataclass(frozen=True)
class Measure:
    """One language. ``pages`` are laid out for the short version, else reckoned from words."""

    language: str
    words: int
    pages: int
    is_laid_out: bool
    minutes: int
    score: Score | None

    @property
    def is_too_long(self) -> bool:
        return self.is_laid_out and self.pages > 1


def measures(round: Round, kind: str = "", draft: Draft | None = None) -> tuple[Measure, ...]:
    """Each language that says something; the full summary when ``kind`` is empty. Two queries."""
    said = _drafted(_said(round, kind), draft)
    found = []
    for code in LANGUAGES:
        texts = [text for one in said if (text := one.get(code, "").strip())]
        if texts:
            found.append(_measure(round, kind, code, texts))
    return tuple(found)


def _said(round: Round, kind: str) -> dict[int, Texts]:
    if kind:
        rows: list[Sentence] | list[VariantSentence] = list(
            VariantSentence.objects.filter(variant__summary__round=round, variant__kind=kind)
        )
    else:
        rows = list(Sentence.objects.filter(summary__round=round))
    return {one.pk: in_languages(one, "text") for one in rows}


def _drafted(said: dict[int, Texts], draft: Draft | None) -> list[Texts]:
    if draft is None:
        return list(said.values())
    if draft.sentence in said:
        return list({**said, draft.sentence: draft.texts}.values())
    return [*said.values(), draft.texts]


def _measure(round: Round, kind: str, code: str, texts: list[str]) -> Measure:
    words = sum(len(text.split()) for text in texts)
    is_laid_out = kind == VariantKind.SHORT
    count = ceil(words / WORDS_A_PAGE)
    if is_laid_out:
        title = in_languages(round, "title").get(code, str(round))
        count = pages(kind, code, title, tuple((text, (0,)) for text in texts), round.slug)
    return Measure(
        language=code,
        words=words,
        pages=count,
        is_laid_out=is_laid_out,
        minutes=ceil(words / WORDS_A_MINUTE[code]),
        score=_score("\n\n".join(texts), code, kind),
    )


def _score(text: str, code: str, kind: str) -> Score | None:
    profile = "easy" if kind == VariantKind.EASY else "official"
    try:
        return quick_score(text, language=code, profile=profile)
    except Fault:  # longer than can be looked at while somebody writes
        return None
