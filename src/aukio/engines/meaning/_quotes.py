"""The few sentences that stand best for all."""

import heapq
from collections.abc import Sequence
from typing import Final

import numpy as np

from aukio.engines.meaning._notes import Note, Quote, checked
from aukio.engines.meaning._overlap import word_rows
from aukio.engines.meaning._space import centred
from aukio.engines.text import Progress, Vectors, embed, split_sentences, tokenize

_BULLETS: Final = " \t-–—•*·"
_SHORTEST: Final = 4
_LONGEST: Final = 60
_WEIGHT_OF_WORDS: Final = 0.5
_MOST_CANDIDATES: Final = 4_000
_MOST_HEARD: Final = 8_000


def sentences(notes: Sequence[Note]) -> tuple[Quote, ...]:
    """Return every sentence of every note as a quote, in order, without leading bullets."""
    found = []
    for note in checked(notes):
        for span in split_sentences(note.text, language=note.language):
            start = span.start + len(span.of(note.text)) - len(span.of(note.text).lstrip(_BULLETS))
            if start < span.end:
                found.append(Quote(note.id, start, span.end, note.text[start : span.end]))
    return tuple(found)


def pick_quotes(
    notes: Sequence[Note],
    *,
    count: int,
    embeddings: Vectors | None = None,
    progress: Progress | None = None,
) -> tuple[Quote, ...]:
    """Return up to ``count`` sentences that together cover what all sentences say.

    Facility location by lazy greedy search (Nemhauser et al. 1978, doi:10.1007/BF01588971;
    Minoux 1978): each step takes the sentence that adds most to the sum of every sentence's
    likeness to its nearest chosen one, so a rare voice is heard before a common one is
    repeated. Likeness is half of meaning (the cosine of the vectors) and half of words (the
    cosine of tf-idf rows): a quote that says the same in the same words is the better witness,
    and what the model is blind to, names above all, is not lost.
    Sentences of fewer than 4 or more than 60 words are heard but not quoted, unless there are
    no others. ``embeddings`` are rows for :func:`sentences`. The result is in order of gain;
    raises ValueError for a negative ``count``.
    """
    if count < 0:
        raise ValueError("The number of quotes cannot be negative.")
    all_sentences = sentences(notes)
    if not all_sentences or count == 0:
        return ()
    rows = sentence_rows(notes, all_sentences, embeddings, progress)
    candidates = _spread(_quotable(all_sentences), _MOST_CANDIDATES)
    heard = _spread(list(range(len(all_sentences))), _MOST_HEARD)
    words = word_rows(notes, all_sentences)
    likeness = np.maximum(rows[heard] @ rows[candidates].T, 0.0) * (1 - _WEIGHT_OF_WORDS)
    likeness += (words[heard] @ words[candidates].T).toarray() * np.float32(_WEIGHT_OF_WORDS)
    chosen = facility_location(likeness, count)
    return tuple(all_sentences[candidates[place]] for place in chosen)


def coverage(
    notes: Sequence[Note], quotes: Sequence[Quote], embeddings: Vectors | None = None
) -> float:
    """Return how well ``quotes`` stand for all sentences of ``notes``, from 0 to 1.

    The mean over sentences of the cosine to the nearest quote, after each language's mean is
    taken out, and with negative values as 0: a text as near as chance gives about 0, the very
    words 1. ``embeddings`` are rows for :func:`sentences`; quotes must be among these.
    Raises ValueError for a quote that is not a sentence of the notes.
    """
    all_sentences = sentences(notes)
    if not all_sentences or not quotes:
        return 0.0
    rows = sentence_rows(notes, all_sentences, embeddings, None)
    place = {(quote.id, quote.start, quote.end): row for row, quote in enumerate(all_sentences)}
    try:
        chosen = [place[quote.id, quote.start, quote.end] for quote in quotes]
    except KeyError as error:
        raise ValueError(f"Not a sentence of the notes: {error.args[0]}") from None
    return nearest_mean(rows, rows[chosen])


def sentence_rows(
    notes: Sequence[Note],
    quotes: Sequence[Quote],
    embeddings: Vectors | None,
    progress: Progress | None,
) -> Vectors:
    """Return a centred row for each quote, embedding the texts when no vectors are given."""
    language = {note.id: note.language for note in checked(notes)}
    vectors = embeddings
    if vectors is None:
        vectors = embed([quote.text for quote in quotes], progress=progress)
    if len(vectors) != len(quotes):
        raise ValueError(f"{len(vectors)} vectors were given for {len(quotes)} sentences.")
    return centred(vectors, [language[quote.id] for quote in quotes])


def nearest_mean(rows: Vectors, chosen: Vectors) -> float:
    """Return the mean over ``rows`` of the cosine to the nearest of ``chosen``, at least 0."""
    if not len(rows) or not len(chosen):
        return 0.0
    return float(np.clip((rows @ chosen.T).max(axis=1), 0.0, 1.0).mean())


def facility_location(likeness: Vectors, count: int) -> list[int]:
    """Return columns of ``likeness`` (heard x candidates, not negative) in order of gain.

    Gains only fall as more is chosen, so a stale gain is an upper bound and most need no
    second look. Stops early when nothing more is gained; ties go to the earlier column.
    """
    best = np.zeros(len(likeness), dtype=np.float32)
    queue = [(-float(gain), column) for column, gain in enumerate(likeness.sum(axis=0))]
    heapq.heapify(queue)
    chosen: list[int] = []
    while queue and len(chosen) < count:
        _, column = heapq.heappop(queue)
        gain = float(np.maximum(likeness[:, column] - best, 0.0).sum())
        if queue and (-gain, column) > queue[0]:
            heapq.heappush(queue, (-gain, column))
            continue
        if gain <= 0.0 and chosen:
            break
        chosen.append(column)
        best = np.maximum(best, likeness[:, column])
    return chosen


def _quotable(quotes: Sequence[Quote]) -> list[int]:
    fit = [
        place
        for place, quote in enumerate(quotes)
        if _SHORTEST <= len(tokenize(quote.text)) <= _LONGEST
    ]
    return fit or list(range(len(quotes)))


def _spread(places: list[int], most: int) -> list[int]:
    """Return at most ``most`` places, evenly spread."""
    if len(places) <= most:
        return places
    return [places[int(step)] for step in np.linspace(0, len(places) - 1, most)]
