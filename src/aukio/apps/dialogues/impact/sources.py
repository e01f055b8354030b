"""The sentences a brief may rest on: those of the published summary, else of the one in work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.frozen import freeze
from aukio.apps.dialogues.models import Publication, Round, Sentence, Summary

Texts = dict[str, str]


@dataclass(frozen=True)
class Source:
    """A sentence; ``heard`` counts the dialogues whose words it quotes."""

    id: int
    text: Texts
    status: Texts
    voice: str
    theme: int
    theme_title: Texts
    heard: int
    quotes: int


@dataclass(frozen=True)
class Sources:
    """In the summary's order. ``version`` is 0 while the summary is not published."""

    sentences: tuple[Source, ...]
    figures: dict[str, int | None]
    version: int

    def by_id(self) -> dict[int, Source]:
        return {one.id: one for one in self.sentences}


def sources_of(round: Round) -> Sources:
    """From the newest publication where there is one, otherwise from the summary being written."""
    newest = Publication.objects.filter(round=round).order_by("-version").first()
    if newest is not None:
        return Sources(_told(newest.content), newest.content["figures"], newest.version)
    if not Summary.objects.filter(round=round).exists():
        return Sources((), {}, 0)
    content, _notes = freeze(round)
    unread = set(
        Sentence.objects.filter(summary__round=round, accepted=False).values_list("pk", flat=True)
    )
    told = tuple(one for one in _told(content) if one.id not in unread)
    return Sources(told, content["figures"], 0)


def _told(content: dict[str, Any]) -> tuple[Source, ...]:
    return tuple(
        Source(
            id=sentence["id"],
            text=sentence["text"],
            status=sentence["status"],
            voice=sentence["voice"],
            theme=theme["id"],
            theme_title=theme["title"],
            heard=len({quote["dialogue"] for quote in sentence["quotes"]}),
            quotes=len(sentence["quotes"]),
        )
        for theme in content["themes"]
        for sentence in theme["sentences"]
    )
