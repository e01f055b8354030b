"""Swedish constructions."""

from __future__ import annotations

from collections.abc import Iterator

from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._swedish_passive import passive
from aukio.engines.clarity._structures._words import Sentence


def swedish(sentence: Sentence) -> Iterator[Structure]:
    """Every construction of one Swedish sentence that a single word carries."""
    for word in sentence.words:
        if word.text[0].isalpha() and passive(word, sentence):
            yield Structure(word.start, word.end, Kind.PASSIVE)
