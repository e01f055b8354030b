"""How many telling words two sentences share, whatever a language model makes of them."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix

from aukio.engines.meaning._notes import Note, Quote, checked
from aukio.engines.text import is_stopword, lemma, tokenize

_TINY: Final = 1e-9


def word_rows(notes: Sequence[Note], quotes: Sequence[Quote]) -> Any:
    """Return a sparse float32 row for each quote: tf-idf of its lemmas, of length 1 or zero.

    Counts are damped by the logarithm, rarity is the smoothed inverse share of sentences
    (Salton & Buckley 1988, doi:10.1016/0306-4573(88)90021-0). Stop words are left out; the
    same letters in two languages are one word, since names and loanwords are.
    """
    language = {note.id: note.language for note in checked(notes)}
    said = [Counter(_content(quote.text, language[quote.id])) for quote in quotes]
    holding = Counter(chain.from_iterable(said))
    place = {word: column for column, word in enumerate(holding)}
    rarity = {word: np.log((1 + len(said)) / (1 + count)) + 1 for word, count in holding.items()}
    cells = [
        (row, place[word], (1 + np.log(count)) * rarity[word])
        for row, words in enumerate(said)
        for word, count in words.items()
    ]
    rows, columns, weights = zip(*cells, strict=True) if cells else ((), (), ())
    shape = (len(said), max(len(place), 1))
    return _unit(csr_matrix((weights, (rows, columns)), shape=shape, dtype=np.float32))


def _content(text: str, language: str) -> list[str]:
    return [
        lemma(token.text, language=language)
        for token in tokenize(text)
        if not is_stopword(token.text, language=language)
    ]


def _unit(rows: Any) -> Any:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = 1 / np.maximum(lengths, _TINY)
    return rows.multiply(scale[:, None].astype(np.float32)).tocsr()
