"""From notes to themes."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from aukio.engines.meaning._communities import Groups, communities
from aukio.engines.meaning._labels import keywords, label
from aukio.engines.meaning._notes import Note, Quote, Theme, Themes, checked
from aukio.engines.meaning._progress import Telling, stage
from aukio.engines.meaning._quotes import facility_location, nearest_mean, sentences
from aukio.engines.meaning._space import centred
from aukio.engines.meaning._vectors import note_vectors
from aukio.engines.text import Vectors

_QUOTES: Final = 3
_MOST_COMPARED: Final = 1_500


def find_themes(
    notes: Sequence[Note],
    *,
    embeddings: Vectors | None = None,
    progress: Telling | None = None,
    seed: int = 0,
) -> Themes:
    """Return themes over all languages of ``notes``; every note belongs to exactly one.

    ``embeddings`` has a row for each note, as from :func:`note_vectors`, which is called
    without it. ``progress(done, 100, stage)`` tells how far the work has come; a stage is
    "reading", "grouping" or "naming". The same notes in the same order with the same ``seed``
    give the same themes. Ids are "t1", "t2", … by size.
    Raises ValueError when two notes share an id or the vectors do not match the notes.
    """
    known = checked(notes)
    if not known:
        return Themes()
    vectors = embeddings
    if vectors is None:
        vectors = note_vectors(known, progress=stage(progress, "reading"))
    if len(vectors) != len(known):
        raise ValueError(f"{len(vectors)} vectors were given for {len(known)} notes.")
    rows = centred(vectors, [note.language for note in known])
    groups = communities(rows, seed=seed, progress=stage(progress, "grouping"))
    naming, count = stage(progress, "naming"), int(groups.max()) + 1
    quotes = {}
    for group in range(count):
        quotes[group] = _quotes(known, rows, groups, group)
        naming(group, count)
    told = _told(known, rows, groups, quotes)
    naming(count, count)
    return told


def _told(
    notes: Sequence[Note],
    rows: Vectors,
    groups: Groups,
    quotes: Mapping[int, list[tuple[int, Quote]]],
) -> Themes:
    words = keywords(notes, groups)
    themes = tuple(
        _theme(notes, groups, group, words[group], [quote for _, quote in found])
        for group, found in quotes.items()
    )
    assignments = {
        note.id: f"t{group + 1}" for note, group in zip(notes, groups.tolist(), strict=True)
    }
    shown = [place for found in quotes.values() for place, _ in found]
    return Themes(themes, assignments, nearest_mean(rows, rows[shown]))


def _theme(
    notes: Sequence[Note],
    groups: Groups,
    group: int,
    words: Mapping[str, tuple[str, ...]],
    quotes: Sequence[Quote],
) -> Theme:
    members = tuple(notes[place].id for place in np.flatnonzero(groups == group).tolist())
    return Theme(
        id=f"t{group + 1}",
        label={language: label(found) for language, found in words.items()},
        keywords=dict(words),
        size=len(members),
        note_ids=members,
        quotes=tuple(quotes),
    )


def _quotes(
    notes: Sequence[Note], rows: Vectors, groups: Groups, group: int
) -> list[tuple[int, Quote]]:
    """Return the notes that stand best for a theme, each with its most telling sentence."""
    members = [int(place) for place in np.flatnonzero(groups == group)]
    spoken = [place for place in members if notes[place].text.strip()][:_MOST_COMPARED]
    if not spoken:
        return []
    likeness = np.maximum(rows[spoken] @ rows[spoken].T, 0.0)
    chosen = [spoken[place] for place in facility_location(likeness, _QUOTES)]
    told = ((place, _sentence(notes[place])) for place in chosen)
    return [(place, quote) for place, quote in told if quote is not None]


def _sentence(note: Note) -> Quote | None:
    """Return the longest sentence of up to 40 words' length, else the first."""
    found = sentences([note])
    if not found:
        return None
    return max(found, key=lambda quote: (len(quote.text) <= 300, len(quote.text), -quote.start))
