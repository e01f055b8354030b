"""Quotes: how much of what was said twenty sentences stand for, against TextRank (sumy).

The promise is 1.3 times TextRank's coverage, in the coverage the engine states: see
:func:`aukio.engines.meaning.coverage`. Beside it stands, for information, the coverage in a
space of lemma tf-idf. Half of the likeness quotes are picked by is made of words, so this
second space is free of the language model but not of the method. TextRank rates by shared
words. Both draw on the same sentences, and both figures are of those sentences themselves.
"""

import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aukio.engines.meaning import Note, Quote, pick_quotes, sentences
from aukio.engines.meaning._quotes import nearest_mean, sentence_rows
from aukio.engines.text import embed, is_stopword, lemma, tokenize
from benchmarks._text_common import POLIS, cimt, polis, show, sib

COUNT = 20
PROMISE = 1.3
MEANING, WORDS = "meaning (≥ 1.3)", "lemma tf-idf"


def main() -> int:
    """Print a row for each collection and space; return 0 when the promise holds everywhere."""
    collections = {"CIMT": cimt(), "SIB-200": sib()[0], **{name: polis(name) for name in POLIS}}
    rows = [row for name, notes in collections.items() for row in _rows(name, notes)]
    show(("collection", "space", "Aukio", "TextRank", "ratio"), rows)
    promised = [row for row in rows if row[1] == MEANING]
    return int(any(float(str(row[-1])) < PROMISE for row in promised))


def _rows(name: str, notes: Sequence[Note]) -> list[Sequence[object]]:
    every = sentences(notes)
    vectors = embed([quote.text for quote in every])
    place = {quote: row for row, quote in enumerate(every)}
    ours = [place[quote] for quote in pick_quotes(notes, count=COUNT, embeddings=vectors)]
    theirs = textrank(notes, every, COUNT)
    spaces = {
        MEANING: sentence_rows(notes, every, vectors, None),
        WORDS: lemma_rows(notes, every),
    }
    found = []
    for space, rows in spaces.items():
        one, other = nearest_mean(rows, rows[ours]), nearest_mean(rows, rows[theirs])
        found.append((name, space, one, other, one / other))
    return found


def textrank(notes: Sequence[Note], every: Sequence[Quote], count: int) -> list[int]:
    """Return places of the sentences sumy's TextRank takes, on lemmas without stop words."""
    from sumy.summarizers.text_rank import TextRankSummarizer

    words = content_words(notes, every)
    ranker = TextRankSummarizer()
    matrix = overlaps(words)
    sums = matrix.sum(axis=1, keepdims=True) + ranker._ZERO_DIVISION_PREVENTION
    damped = (1 - ranker.damping) / len(words) + ranker.damping * matrix / sums
    scores = ranker.power_method(damped, ranker.epsilon)
    return [int(place) for place in np.argsort(-scores, kind="stable")[:count]]


def overlaps(words: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Return sumy's rating of every pair of sentences in one product of matrices.

    Shared words divided by the sum of the logarithms of the lengths (Mihalcea & Tarau 2004);
    where that sum is zero, the shared words themselves. sumy's own loop takes hours here.
    """
    from sklearn.feature_extraction.text import CountVectorizer

    counts = CountVectorizer(analyzer=lambda bag: bag).fit_transform(words)
    shared = (counts @ counts.T).toarray().astype(np.float64)
    lengths = np.log(np.maximum([len(bag) for bag in words], 1))
    norms = lengths[:, None] + lengths[None, :]
    return np.where(norms > 0, shared / np.where(norms > 0, norms, 1.0), shared)


def content_words(notes: Sequence[Note], every: Sequence[Quote]) -> list[list[str]]:
    """Return the lemmas of each sentence, without stop words."""
    from aukio.engines.meaning._notes import checked

    languages = {note.id: note.language for note in checked(notes)}
    return [
        [
            lemma(token.text, language=languages[quote.id])
            for token in tokenize(quote.text)
            if not is_stopword(token.text, language=languages[quote.id])
        ]
        for quote in every
    ]


def lemma_rows(notes: Sequence[Note], every: Sequence[Quote]) -> NDArray[np.float32]:
    """Return tf-idf rows of length 1 over lemmas."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    counter = TfidfVectorizer(analyzer=lambda bag: bag, sublinear_tf=True)
    rows: NDArray[np.float32] = counter.fit_transform(content_words(notes, every)).toarray()
    return rows.astype(np.float32)


if __name__ == "__main__":
    sys.exit(main())
