"""Compounds of three parts or more: `toimeentulo|tuki|hakemus`, `arbets|marknads|stöd`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aukio.engines.clarity._structures import _finnish_compounds
from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._means import morphology
from aukio.engines.clarity._structures._words import Sentence
from aukio.engines.text import listed_lemma

LONG = 3
SHORTEST_PART = {"sv": 3}
PIECES = re.compile(r"[-–‐‑]")
SHORTEST_WORD = 13
COMMON = 3.0
NEVER_PARTS = {"hets", "slagen", "slag", "ande", "ning"}
GLUE = {"sv": ("", "s")}


def compound_parts(word: str, language: str, *, use_morphology: bool = True) -> tuple[str, ...]:
    """The parts of a compound, or the word alone.

    A morphology decides where one is installed. Else the word is cut into the fewest words
    that are common in the language (wordfreq), last part as written. Foreign names with
    hyphens (`Bourg-en-Bresse`) have no parts.
    """
    aid = morphology(language) if use_morphology else None
    if aid is None and language == "fi":
        return _finnish_parts(word)
    if aid is None:
        return tuple(part for piece in PIECES.split(word) for part in _cut_base(piece, language))
    if known := tuple(aid.parts(word)):
        return known
    pieces = [piece for piece in PIECES.split(word.replace("’", "'")) if piece]
    if len(pieces) < 2:
        return tuple(aid.parts(pieces[0])) or (word,) if pieces else (word,)
    return tuple(part for piece in pieces for part in (aid.parts(piece) or (piece,)))


def _finnish_parts(word: str) -> tuple[str, ...]:
    pieces = [piece for piece in PIECES.split(word.casefold().replace("’", "'")) if piece]
    cuts = [_finnish_compounds.cut(piece) for piece in pieces if piece.replace("'", "").isalpha()]
    if not cuts:
        return (word,)
    is_name = len(cuts[-1]) == 1 and not _finnish_compounds.last_weight(cuts[-1][0])
    if len(pieces) > 1 and is_name:
        return (word,)
    return tuple(part for cut in cuts for part in cut)


def long_compounds(sentence: Sentence, language: str, use_morphology: bool) -> Iterator[Structure]:
    """The words of a sentence that have at least three parts."""
    for word in sentence.words:
        if len(word.text) < SHORTEST_WORD or not word.text[0].isalpha():
            continue
        parts = compound_parts(word.text, language, use_morphology=use_morphology)
        if len(parts) >= LONG:
            yield Structure(word.start, word.end, Kind.LONG_COMPOUND)


def _cut_base(word: str, language: str) -> tuple[str, ...]:
    """Cut the base form, so that a case ending is not taken for a part."""
    if language not in SHORTEST_PART or not word:
        return (word,)
    base = listed_lemma(word, language=language).casefold()
    return _cut(base, language)


@lru_cache(maxsize=20_000)
def _cut(word: str, language: str) -> tuple[str, ...]:
    """Fewest parts by dynamic programming; the word alone when no cut fits."""
    shortest = SHORTEST_PART[language]
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(shortest, len(word) + 1):
        for start in range(end - shortest + 1):
            if start not in best or not _is_part(word[start:end], end == len(word), language):
                continue
            cut = (*best[start], word[start:end])
            if end not in best or len(cut) < len(best[end]):
                best[end] = cut
    return best.get(len(word), (word,))


def _is_part(piece: str, is_last: bool, language: str) -> bool:
    endings = ("",) if is_last else GLUE[language]
    stems = [piece.removesuffix(end) for end in endings if piece.endswith(end)]
    if piece in NEVER_PARTS:
        return False
    return any(
        len(stem) >= SHORTEST_PART[language] and _frequency(stem, language) >= COMMON
        for stem in stems
    )


def _frequency(word: str, language: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, language))
