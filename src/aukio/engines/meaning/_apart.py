"""Sentences that the chosen quotes leave unsaid. Nothing here tells what anybody is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from aukio.engines.meaning._notes import Note, Quote
from aukio.engines.meaning._quotes import _quotable, sentence_rows, sentences
from aukio.engines.text import Progress, Vectors

_FEWEST: Final = 8
_NEIGHBOURS: Final = 5
_LEAST_BACKED: Final = 0.25


@dataclass(frozen=True, slots=True)
class Apart:
    """A sentence set apart. ``nearest``: cosine to the nearest chosen quote, at most 1.

    ``kin``: mean cosine to the nearest sentences of other notes. Of a rare sentence ``kin`` is
    low; of a far one ``nearest`` is low although others say something like it.
    """

    quote: Quote
    nearest: float
    kin: float


def pick_apart(
    notes: Sequence[Note],
    chosen: Sequence[Quote],
    *,
    count: int,
    embeddings: Vectors | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Apart, ...], tuple[Apart, ...]]:
    """Return ``(rare, far)``: up to ``count`` each, no sentence twice, none of ``chosen``.

    Rare: fewest sentences of other notes are like it (mean cosine to the five nearest). Far:
    of all but the quarter with least kin, each step takes the one farthest from everything
    chosen so far (Gonzalez 1985, doi:10.1016/0304-3975(85)90224-5). "I trust" and "I do not
    trust" are neighbours here: distance is of subject, never of stance. Sentences of fewer
    than 4 or more than 60 words are left out; fewer than 8 sentences tell nothing. A chosen
    quote stands for every sentence it overlaps. Raises ValueError for a negative ``count``.
    """
    if count < 0:
        raise ValueError("The number of sentences cannot be negative.")
    said = sentences(notes)
    if len(said) < _FEWEST or count == 0:
        return (), ()
    rows = sentence_rows(notes, said, embeddings, progress)
    taken = [place for place, one in enumerate(said) if _is_taken(one, chosen)]
    near = rows @ rows[taken].T if taken else np.zeros((len(said), 1), dtype=np.float32)
    nearest = near.max(axis=1)
    kin = _kin(said, rows)
    free = [place for place in _quotable(said) if place not in set(taken)]
    rare = sorted(free, key=lambda place: (float(kin[place]), place))[:count]
    backing = float(np.quantile(kin, _LEAST_BACKED))
    backed = [place for place in free if kin[place] >= backing and place not in rare]
    far = _farthest(rows, nearest.copy(), backed, count) if taken else []
    made = [Apart(one, float(nearest[at]), float(kin[at])) for at, one in enumerate(said)]
    return tuple(made[place] for place in rare), tuple(made[place] for place in far)


def _kin(said: Sequence[Quote], rows: Vectors) -> Vectors:
    """Mean cosine of each sentence to its nearest five of other notes."""
    likeness = rows @ rows.T
    owners = np.unique([one.id for one in said], return_inverse=True)[1]
    likeness[owners[:, None] == owners[None, :]] = -1.0
    count = min(_NEIGHBOURS, len(said) - 1)
    nearest = np.partition(likeness, -count, axis=1)[:, -count:]
    mean: Vectors = np.clip(nearest, 0.0, 1.0).mean(axis=1)
    return mean


def _farthest(rows: Vectors, nearest: Vectors, places: list[int], count: int) -> list[int]:
    found: list[int] = []
    left = list(places)
    while left and len(found) < count:
        best = min(left, key=lambda place: (float(nearest[place]), place))
        found.append(best)
        left.remove(best)
        nearest = np.maximum(nearest, rows @ rows[best])
    return found


def _is_taken(one: Quote, chosen: Sequence[Quote]) -> bool:
    return any(
        other.id == one.id and other.start < one.end and one.start < other.end for other in chosen
    )
