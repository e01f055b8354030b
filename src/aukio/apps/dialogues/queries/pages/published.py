"""A published summary as anyone reads it, in the page's language.

Words whose permission has been taken back since are left out, wherever they would stand.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aukio.apps.dialogues.models import Publication, Round
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries import tree
from aukio.apps.dialogues.queries.gaps import NotHeard, not_heard_when_published
from aukio.apps.dialogues.queries.words import reader_language

Tree = dict[str, Any]


@dataclass(frozen=True)
class WholeNote:
    """A remark that may be shown whole."""

    text: str
    language: str


@dataclass(frozen=True)
class Translation:
    """A sentence in one language, and where that text came from (``TextStatus``)."""

    language: str
    text: str
    status: str


@dataclass(frozen=True)
class Published:
    """``texts``: each sentence in the languages the summary is ready in.

    ``towns``: the names of each dialogue's municipality in every language.
    """

    edition: tree.Edition
    themes: tuple[tree.PublishedTheme, ...]
    dialogues: dict[int, tree.PublishedDialogue]
    whole: dict[int, tuple[WholeNote, ...]]
    texts: dict[int, tuple[Translation, ...]]
    towns: dict[int, tuple[str, ...]]
    variants: dict[str, tree.PublishedVariant] = field(default_factory=dict)
    not_heard: NotHeard | None = None

    @property
    def is_in_reader_language(self) -> bool:
        return reader_language() in self.edition.languages

    @property
    def sentences(self) -> list[tree.PublishedSentence]:
        return [sentence for theme in self.themes for sentence in theme.sentences]

    def theme(self, one: int) -> tree.PublishedTheme | None:
        return next((theme for theme in self.themes if theme.id == one), None)

    def sentence(self, one: int) -> tree.PublishedSentence | None:
        return next((sentence for sentence in self.sentences if sentence.id == one), None)

    def town(self, held: tree.PublishedDialogue) -> str:
        """The municipality for the reader, unless the dialogue's title tells it already."""
        is_told = any(name in held.title for name in self.towns.get(held.id, ()))
        return "" if is_told else held.municipality.text

    def said_in(self, dialogue: int) -> list[tree.PublishedSentence]:
        """The sentences that rest on words of this dialogue."""
        return [
            sentence
            for sentence in self.sentences
            if any(quote.dialogue and quote.dialogue.id == dialogue for quote in sentence.quotes)
        ]


def newest_publication(round: Round) -> Publication | None:
    """The version that holds now, none before the first."""
    return round.publications.order_by("-version").first()


def published(round: Round) -> Published | None:
    """The round's summary as it may be read now; five queries at most."""
    publication = newest_publication(round)
    if publication is None:
        return None
    content, notes = permitted(publication)
    texts = {note["id"]: note["text"] for note in notes}
    return Published(
        edition=tree.edition(publication),
        themes=tree.themes(content, texts),
        dialogues=tree.dialogues(content),
        whole=_by_dialogue(notes),
        texts=_texts(content),
        towns={one["id"]: _names(one["municipality"]) for one in content["dialogues"]},
        variants=tree.variants(content),
        not_heard=not_heard_when_published(content),
    )


def _by_dialogue(notes: list[Tree]) -> dict[int, tuple[WholeNote, ...]]:
    found: dict[int, list[WholeNote]] = defaultdict(list)
    for note in notes:
        found[note["dialogue"]].append(WholeNote(note["text"], note["language"]))
    return {dialogue: tuple(said) for dialogue, said in found.items()}


def _names(municipality: dict[str, str]) -> tuple[str, ...]:
    return tuple(name for code, name in municipality.items() if code != "code" and name)


def _texts(content: Tree) -> dict[int, tuple[Translation, ...]]:
    """In the languages the summary is ready in."""
    return {
        one["id"]: tuple(
            Translation(code, one["text"][code], one["status"].get(code, ""))
            for code in content["languages"]
            if code in one["text"]
        )
        for theme in content["themes"]
        for one in theme["sentences"]
    }
