"""A publication's content as typed parts, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.queries.words import Shown, shown

Tree = dict[str, Any]


@dataclass(frozen=True)
class PublishedDialogue:
    id: int
    title: str
    organiser: Shown
    place: str
    municipality: Shown
    mode: str
    date: date | None
    participants: int | None


@dataclass(frozen=True)
class PublishedQuote:
    """Exact words. ``before`` and ``after`` are the rest of the note, where that is allowed."""

    id: int
    note: int
    start: int
    end: int
    text: str
    language: str
    dialogue: PublishedDialogue | None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class PublishedSentence:
    """``withdrawn`` quotes were published, but their permission has since been taken back."""

    id: int
    order: int
    voice: str
    words: Shown
    theme: int
    quotes: tuple[PublishedQuote, ...]
    withdrawn: int = 0


@dataclass(frozen=True)
class PublishedTheme:
    id: int
    order: int
    title: Shown
    description: Shown
    notes: int
    dialogues: int
    sentences: tuple[PublishedSentence, ...]


@dataclass(frozen=True)
class VariantLine:
    """A sentence of a short or an easy-language version, and the sentences it rests on."""

    id: int
    words: Shown
    sources: tuple[int, ...]


@dataclass(frozen=True)
class PublishedVariant:
    kind: str
    languages: tuple[str, ...]
    sentences: tuple[VariantLine, ...]


@dataclass(frozen=True)
class Edition:
    """Which publication is being read."""

    version: int
    published_at: datetime
    reason: str
    sha256: str
    languages: tuple[str, ...]


def edition(publication: Publication) -> Edition:
    """The publication's own facts."""
    return Edition(
        publication.version,
        publication.published_at,
        publication.reason,
        publication.sha256,
        tuple(publication.content["languages"]),
    )


def dialogues(content: Tree) -> dict[int, PublishedDialogue]:
    """The dialogues by id, in the publication's order."""
    return {
        one["id"]: PublishedDialogue(
            id=one["id"],
            title=one["title"],
            organiser=shown(one["organiser"]),
            place=one["place"],
            municipality=shown(_names(one["municipality"])),
            mode=one["mode"],
            date=date.fromisoformat(one["date"]) if one["date"] else None,
            participants=one["participants"],
        )
        for one in content["dialogues"]
    }


def themes(content: Tree, whole: dict[int, str] | None = None) -> tuple[PublishedTheme, ...]:
    """The themes with their sentences and quotes. ``whole``: text by note, where allowed."""
    heard = dialogues(content)
    return tuple(
        PublishedTheme(
            id=one["id"],
            order=one["order"],
            title=shown(one["title"]),
            description=shown(one["description"]),
            notes=one["notes"],
            dialogues=one["dialogues"],
            sentences=tuple(
                _sentence(sentence, one["id"], heard, whole or {}) for sentence in one["sentences"]
            ),
        )
        for one in content["themes"]
    )


def variants(content: Tree) -> dict[str, PublishedVariant]:
    """The versions by kind; older publications have none."""
    return {
        kind: PublishedVariant(
            kind,
            tuple(one["languages"]),
            tuple(
                VariantLine(line["id"], shown(line["text"], line["status"]), tuple(line["sources"]))
                for line in one["sentences"]
            ),
        )
        for kind, one in content.get("variants", {}).items()
    }


def _sentence(
    one: Tree, theme: int, heard: dict[int, PublishedDialogue], whole: dict[int, str]
) -> PublishedSentence:
    return PublishedSentence(
        id=one["id"],
        order=one["order"],
        voice=one["voice"],
        words=shown(one["text"], one["status"]),
        theme=theme,
        quotes=tuple(_quote(quote, heard, whole) for quote in one["quotes"]),
        withdrawn=one.get("withdrawn", 0),
    )


def _quote(one: Tree, heard: dict[int, PublishedDialogue], whole: dict[int, str]) -> PublishedQuote:
    around = whole.get(one["note"], "")
    return PublishedQuote(
        id=one["id"],
        note=one["note"],
        start=one["start"],
        end=one["end"],
        text=one["text"],
        language=one["language"],
        dialogue=heard.get(one["dialogue"]),
        before=around[: one["start"]],
        after=around[one["end"] :],
    )


def _names(names: dict[str, str]) -> dict[str, str]:
    return {language: name for language, name in names.items() if language != "code"}
