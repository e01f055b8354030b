"""Which words of a text made it a hit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aukio.shared.search.words import word_terms

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True)
class Piece:
    """A stretch of text, found by the query or not. Pieces joined are the text again."""

    text: str
    found: bool


def mark(text: str, terms: frozenset[str], language: str) -> tuple[Piece, ...]:
    """Cut the text at the words that hold a term looked for."""
    pieces: list[Piece] = []
    end = 0
    for word in _WORD.finditer(text):
        if terms.isdisjoint(word_terms(word.group().lower(), language)):
            continue
        if word.start() > end:
            pieces.append(Piece(text[end : word.start()], False))
        pieces.append(Piece(word.group(), True))
        end = word.end()
    if end < len(text):
        pieces.append(Piece(text[end:], False))
    return tuple(pieces)
