"""Vectors without a language model: what words and characters texts share."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.text._language import identify_languages
from aukio.engines.text._lemmas import lemma
from aukio.engines.text._spans import tokenize
from aukio.engines.text._stopwords import is_stopword

_DIMENSIONS: Final = 100
_HASHED: Final = 2**16


class CountingEmbedder:
    """Lemma tf-idf beside hashed character n-grams, reduced by truncated SVD (LSA).

    Languages share no dimensions here except through names and loanwords: themes found with
    it stay mostly within one language. It is the stand-in where the model cannot run.
    """

    name = "lemma-tfidf-svd"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 of shape ``(len(texts), d)`` with d at most 100; rows of length 1."""
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        return _unit(_reduced(_counts(texts)))


def _counts(texts: Sequence[str]) -> Any:
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

    words = HashingVectorizer(
        analyzer=_passed, n_features=_HASHED, alternate_sign=False, norm=None
    ).transform(_content_words(texts))
    characters = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 4), n_features=_HASHED, alternate_sign=False, norm=None
    ).transform(texts)
    weighted = [
        TfidfTransformer(sublinear_tf=True).fit_transform(part) for part in (words, characters)
    ]
    return hstack(weighted).tocsr()


def _passed(words: list[str]) -> list[str]:
    return words


def _content_words(texts: Sequence[str]) -> list[list[str]]:
    languages = identify_languages(texts)
    return [
        [
            lemma(token.text, language=language)
            for token in tokenize(text)
            if not is_stopword(token.text, language=language)
        ]
        for text, language in zip(texts, languages, strict=True)
    ]


def _reduced(counts: Any) -> NDArray[np.float64]:
    from sklearn.decomposition import TruncatedSVD

    width = min(_DIMENSIONS, min(counts.shape) - 1)
    if width < 2:
        return np.ones((counts.shape[0], 1))
    reduced: NDArray[np.float64] = TruncatedSVD(width, random_state=0).fit_transform(counts)
    return reduced


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
