"""Vectors for notes: what the whole says, and what its words say."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log, sqrt
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from aukio.engines.meaning._notes import Note, checked
from aukio.engines.meaning._space import centred
from aukio.engines.text import (
    Progress,
    Vectors,
    embed,
    embedding_model_name,
    is_stopword,
    lemma,
    tokenize,
)

Word = tuple[str, str]  # language, lemma

# The words weigh half of the whole in squared length; both halves have length 1 before.
_WEIGHT_OF_WORDS: Final = 1 / sqrt(2)
_MOST_WORDS: Final = 12_000
_NO_MODEL: Final = "lemma-tfidf-svd"


def note_vectors(notes: Sequence[Note], *, progress: Progress | None = None) -> Vectors:
    """Return float32 of shape ``(len(notes), d)``: two halves, each with language taken out.

    The first half is the vector of the whole text, its title first where it has one. The
    second is the mean of the vectors of its distinct lemmas, weighted by rarity in their
    language (Arora et al. 2017, "A simple but tough-to-beat baseline for sentence embeddings"):
    word by word the model sees the topic and not how the sentence is built, and it sets the
    same word of two languages side by side.
    Without a language model only the first half is there. ``progress`` counts distinct texts
    and words together.
    """
    known = checked(notes)
    texts = [note.whole for note in known]
    languages = [note.language for note in known]
    if embedding_model_name() == _NO_MODEL:
        return centred(embed(texts, progress=progress), languages)
    said = [_content(note) for note in known]
    words = _vocabulary(said)
    vectors = embed([*texts, *(word for _, word in words)], progress=progress)
    wholes = centred(vectors[: len(texts)], languages)
    if not words:
        return wholes
    parts = _mean_of_words(said, words, vectors[len(texts) :], Counter(languages))
    return np.hstack([wholes, _WEIGHT_OF_WORDS * centred(parts, languages)])


def _content(note: Note) -> list[Word]:
    found = (
        (note.language, lemma(token.text, language=note.language))
        for token in tokenize(note.whole)
        if not token.text[0].isdigit() and not is_stopword(token.text, language=note.language)
    )
    return list(found)


def _vocabulary(said: Sequence[Sequence[Word]]) -> list[Word]:
    """Return the commonest words, each counted once a note, at most 12,000."""
    counts = Counter(chain.from_iterable(dict.fromkeys(words) for words in said))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:_MOST_WORDS]


def _mean_of_words(
    said: Sequence[Sequence[Word]],
    words: Sequence[Word],
    vectors: Vectors,
    notes_in: Counter[str],
) -> Vectors:
    """Return a row for each note: its words' centred vectors, summed by rarity."""
    place = {word: column for column, word in enumerate(words)}
    holding = Counter(chain.from_iterable(dict.fromkeys(spoken) for spoken in said))
    rarity = {word: log(1 + notes_in[word[0]] / holding[word]) for word in words}
    rows, columns, weights = [], [], []
    for row, spoken in enumerate(said):
        for word in spoken:
            if word in place:
                rows.append(row)
                columns.append(place[word])
                weights.append(rarity[word])
    mixing = csr_matrix((weights, (rows, columns)), shape=(len(said), len(words)), dtype=np.float32)
    mixed: Vectors = np.asarray(mixing @ centred(vectors, [language for language, _ in words]))
    return mixed
