"""The space notes are compared in: meaning kept, language taken out."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.text import Vectors

# How many notes' weight the mean of the whole collection has in each language's mean, so
# that a language with one or two notes does not lose what these say.
_PRIOR: Final = 3.0
_TINY: Final = 1e-6
_ROWS_AT_ONCE: Final = 2048


def centred(vectors: Vectors, languages: Sequence[str]) -> Vectors:
    """Return rows of length 1 with each language's mean subtracted, shape unchanged.

    Sentence vectors of one language share a direction that says only which language it is
    (Libovicky et al. 2020, doi:10.18653/v1/2020.findings-emnlp.150). Rows that vanish, and
    the zero rows of empty texts, stay zero.
    """
    result = np.asarray(vectors, dtype=np.float32).copy()
    filled = np.linalg.norm(result, axis=1) > _TINY
    if not filled.any():
        return result
    whole = result[filled].mean(axis=0)
    codes = np.asarray(languages)
    for code in sorted(set(languages)):
        rows = filled & (codes == code)
        mean = (result[rows].sum(axis=0) + _PRIOR * whole) / (rows.sum() + _PRIOR)
        result[rows] -= mean
    return unit(result)


def neighbours(rows: Vectors, count: int) -> tuple[NDArray[np.intp], Vectors]:
    """Return indices and cosines of each row's nearest other rows, both ``(n, count)``.

    Exact, a slice of rows at a time, so memory grows with n and not with its square.
    """
    n = len(rows)
    found = np.zeros((n, count), dtype=np.intp)
    cosines = np.zeros((n, count), dtype=np.float32)
    for start in range(0, n, _ROWS_AT_ONCE):
        part = rows[start : start + _ROWS_AT_ONCE] @ rows.T
        own = np.arange(len(part))
        part[own, own + start] = -2.0
        order = np.argpartition(-part, count - 1, axis=1)[:, :count]
        found[start : start + len(part)] = order
        cosines[start : start + len(part)] = np.take_along_axis(part, order, axis=1)
    return found, cosines


def unit(rows: Vectors) -> Vectors:
    """Return the rows at length 1; those that vanish become zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = np.where(lengths > _TINY, rows / np.maximum(lengths, _TINY), 0.0)
    return scaled.astype(np.float32)
