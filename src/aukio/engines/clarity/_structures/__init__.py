"""Grammatical constructions of a text: which, and where."""

from __future__ import annotations

from aukio.engines.clarity._structures._finnish import finnish
from aukio.engines.clarity._structures._kinds import CLAUSE_EQUIVALENTS, Kind, Structure
from aukio.engines.clarity._structures._means import DEEP, SURFACE, Means, available
from aukio.engines.clarity._structures._reading import read

__all__ = [
    "CLAUSE_EQUIVALENTS",
    "DEEP",
    "SURFACE",
    "Kind",
    "Means",
    "Structure",
    "available",
    "structures",
]

FINDERS = {"fi": (finnish,)}


def structures(text: str, language: str, *, means: Means = DEEP) -> tuple[Structure, ...]:
    """The constructions of `text`, in order, with offsets into it.

    `language` is fi, sv or en; ValueError for another. `means` says which aids may be used;
    one that is not installed is left out, and fewer kinds are found then.
    """
    if language not in FINDERS:
        raise ValueError(f"No grammar for language {language!r}; known: {', '.join(FINDERS)}")
    found = {
        structure
        for sentence in read(text, language, means)
        for finder in FINDERS[language]
        for structure in finder(sentence)
    }
    return tuple(sorted(found))
