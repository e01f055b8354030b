"""Why a code is proposed: the words that notes coded so hold more often than others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.meaning._notes import Note
from aukio.engines.text import is_stopword, lemma, tokenize

_SHOWN: Final = 3
_LEAST: Final = 0.5
_SHORTEST: Final = 3


@dataclass(frozen=True)
class Reasons:
    """Log-odds of each lemma by code, from the coded notes alone."""

    weights: tuple[dict[str, float], ...]

    def words(self, note: Note, code: int) -> tuple[str, ...]:
        """Up to three words of the note, as they are written in it, most telling first."""
        weights = self.weights[code]
        found: dict[str, float] = {}
        for token in tokenize(note.whole):
            weight = weights.get(_base(note, token.text), 0.0)
            if weight >= _LEAST:
                found.setdefault(token.text, weight)
        return tuple(sorted(found, key=lambda word: (-found[word], word))[:_SHOWN])


def reasons(notes: Sequence[Note], marks: NDArray[np.bool_]) -> Reasons:
    """``marks`` has a row for each coded note and a column for each code.

    Smoothed log-odds with an informative prior (Monroe et al. 2008, "Fightin' words"),
    counting notes and not repetitions; a word met in one note only tells nothing.
    """
    said = [_content(note) for note in notes]
    everywhere = Counter(word for words in said for word in words)
    return Reasons(tuple(_weights(said, everywhere, mark) for mark in marks.T))


def _weights(
    said: Sequence[set[str]], everywhere: Counter[str], mark: NDArray[np.bool_]
) -> dict[str, float]:
    inside = Counter(word for words, has in zip(said, mark, strict=True) if has for word in words)
    having, others = int(mark.sum()), int((~mark).sum())
    found = {}
    for word, here in inside.items():
        if everywhere[word] > 1:
            outside = everywhere[word] - here
            odds = (here + 0.5) / (having - here + 0.5)
            odds_outside = (outside + 0.5) / (others - outside + 0.5)
            found[word] = log(odds / odds_outside)
    return found


def _content(note: Note) -> set[str]:
    return {
        _base(note, token.text)
        for token in tokenize(note.whole)
        if len(token.text) >= _SHORTEST
        and token.text[0].isalpha()
        and not is_stopword(token.text, language=note.language)
    }


def _base(note: Note, word: str) -> str:
    return lemma(word, language=note.language)
