"""What the machine works out from notes: themes and quotes to propose. It stores nothing.

The engines are imported where they are used: a web process never loads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions.proposals import QuotePlace, ThemeProposal
from aukio.apps.dialogues.models import Why

if TYPE_CHECKING:
    from aukio.engines.text import Vectors

Report = Callable[[int, int, str], None]
FEWEST_QUOTES, MOST_QUOTES = 3, 8
APART = 3  # rare sentences of a theme, and as many that are far from its quotes
NOTES_A_QUOTE = 20  # a theme of 100 notes gets five quotes
KEYWORDS = 8
READING, CHOOSING, WHOLE = 85, 92, 100  # progress in per cent at which a stage ends or begins


@dataclass(frozen=True)
class Said:
    """A note as the machine needs it. ``theme`` is a theme that a person has decided on.

    ``quoted``: places of its text that people have already quoted.
    """

    id: int
    text: str
    language: str
    quotable: bool
    theme: int | None = None
    quoted: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Draft:
    """Proposals, and how well the quotes stand for all that was said (0 to 1)."""

    themes: tuple[ThemeProposal, ...]
    quotes: tuple[QuotePlace, ...]
    coverage: float


class _Space:
    """The notes and their sentences, each with its vector. One embedding for all."""

    def __init__(self, said: Sequence[Said], report: Report) -> None:
        from aukio.engines.meaning import Note, sentences
        from aukio.engines.text import embed

        self.said, self.report = said, report
        self.notes = [Note(str(one.id), one.text, one.language) for one in said]
        self.sentences = sentences(self.notes)
        self.place = {one.id: place for place, one in enumerate(said)}
        self.sentences_of: dict[str, list[int]] = {note.id: [] for note in self.notes}
        for row, one in enumerate(self.sentences):
            self.sentences_of[one.id].append(row)
        self.spoken = embed(
            [one.text for one in self.sentences],
            progress=lambda done, of: report(
                done * READING // max(of, 1), WHOLE, _("Reading the notes")
            ),
        )
        self.vectors = self._of_notes()

    def _of_notes(self) -> Vectors:
        """A note's vector is the mean of its sentences', of length 1: none is read twice."""
        import numpy as np

        rows = np.zeros((len(self.notes), self.spoken.shape[1]), dtype=np.float32)
        for place, note in enumerate(self.notes):
            own = self.sentences_of[note.id]
            if own:
                mean = self.spoken[own].mean(axis=0)
                rows[place] = mean / max(float(np.linalg.norm(mean)), 1e-9)
        return rows

    def themes(self) -> tuple[ThemeProposal, ...]:
        """Themes of the notes that no person's decision holds."""
        from aukio.engines.meaning import find_themes

        free = [place for place, one in enumerate(self.said) if one.theme is None]
        notes = [self.notes[place] for place in free]
        found = find_themes(notes, embeddings=self.vectors[free], progress=self._tell_of_themes)
        return tuple(
            ThemeProposal(
                notes=tuple(int(one) for one in theme.note_ids),
                label=dict(theme.label),
                keywords=_keywords(theme.keywords),
            )
            for theme in found.themes
        )

    def _tell_of_themes(self, done: int, of: int, _stage: str) -> None:
        """The engine counts reading too, which has been done before: its first three quarters."""
        share = max(0, 4 * done - 3 * of) / max(of, 1)
        told = READING + int(share * (CHOOSING - READING))
        self.report(told, WHOLE, _("Grouping the notes into themes"))

    def quotes(self, group: Sequence[int]) -> list[QuotePlace]:
        """Sentences that stand for these notes best, of those that may be quoted."""
        from aukio.engines.meaning import pick_quotes

        places = [self.place[pk] for pk in group if self.said[self.place[pk]].quotable]
        notes = [self.notes[place] for place in places]
        rows = [row for note in notes for row in self.sentences_of[note.id]]
        count = min(MOST_QUOTES, max(FEWEST_QUOTES, len(group) // NOTES_A_QUOTE))
        found = pick_quotes(notes, count=count, embeddings=self.spoken[rows])
        return [
            QuotePlace(int(one.id), one.start, one.end, rank) for rank, one in enumerate(found, 1)
        ]

    def apart(self, group: Sequence[int], quotes: Sequence[QuotePlace]) -> list[QuotePlace]:
        """Sentences that the quotes, chosen by people or proposed here, leave unsaid."""
        from aukio.engines.meaning import Quote, pick_apart

        places = [self.place[pk] for pk in group if self.said[self.place[pk]].quotable]
        notes = [self.notes[place] for place in places]
        rows = [row for note in notes for row in self.sentences_of[note.id]]
        chosen = [Quote(str(one.note), one.start, one.end, "") for one in quotes]
        chosen += [
            Quote(str(self.said[place].id), start, end, "")
            for place in places
            for start, end in self.said[place].quoted
        ]
        rare, far = pick_apart(notes, chosen, count=APART, embeddings=self.spoken[rows])
        return [
            QuotePlace(int(one.quote.id), one.quote.start, one.quote.end, rank, why)
            for why, found in ((Why.RARE, rare), (Why.FAR, far))
            for rank, one in enumerate(found, 1)
        ]

    def coverage(self, quotes: Sequence[QuotePlace]) -> float:
        """How well the quotes stand for every sentence, 0 to 1."""
        from aukio.engines.meaning import coverage

        chosen = {(str(one.note), one.start, one.end) for one in quotes}
        picked = [one for one in self.sentences if (one.id, one.start, one.end) in chosen]
        return coverage(self.notes, picked, self.spoken)


def propose(said: Sequence[Said], report: Report) -> Draft:
    """Themes for the notes that are free, and quotes for every theme.

    The same notes in the same order give the same draft.
    """
    if not said:
        return Draft((), (), 0.0)
    space = _Space(said, report)
    report(READING, WHOLE, _("Grouping the notes into themes"))
    themes = space.themes()
    groups = _groups(said, themes)
    quotes: list[QuotePlace] = []
    apart: list[QuotePlace] = []
    for done, group in enumerate(groups):
        told = CHOOSING + done * (WHOLE - 1 - CHOOSING) // len(groups)
        report(told, WHOLE, _("Choosing quotes for the themes"))
        chosen = space.quotes(group)
        quotes += chosen
        apart += space.apart(group, chosen)
    covered = space.coverage(quotes)
    report(WHOLE, WHOLE, _("Done"))
    return Draft(themes, (*quotes, *apart), covered)


def _groups(said: Sequence[Said], themes: Sequence[ThemeProposal]) -> list[tuple[int, ...]]:
    """The notes of every theme: those people decided on, then those proposed."""
    decided: dict[int, list[int]] = {}
    for one in said:
        if one.theme is not None:
            decided.setdefault(one.theme, []).append(one.id)
    return [*(tuple(notes) for notes in decided.values()), *(theme.notes for theme in themes)]


def _keywords(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The best words of every language in turn, until there are enough."""
    turns = zip_longest(*words.values())
    found = [word for turn in turns for word in turn if word]
    return tuple(dict.fromkeys(found))[:KEYWORDS]
