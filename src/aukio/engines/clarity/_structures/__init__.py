"""Grammatical constructions of a text: which, and where."""

from __future__ import annotations

from aukio.engines.clarity._structures._compounds import compound_parts, long_compounds
from aukio.engines.clarity._structures._english import english
from aukio.engines.clarity._structures._finnish import finnish
from aukio.engines.clarity._structures._kinds import CLAUSE_EQUIVALENTS, Kind, Structure
from aukio.engines.clarity._structures._means import DEEP, SURFACE, Means, available
from aukio.engines.clarity._structures._reading import read
from aukio.engines.clarity._structures._stacks import nominalisation_stacks
from aukio.engines.clarity._structures._subclauses import subclauses
from aukio.engines.clarity._structures._swedish import swedish

__all__ = [
    "CLAUSE_EQUIVALENTS",
    "DEEP",
    "SURFACE",
    "Kind",
    "Means",
    "Structure",
    "available",
    "compound_parts",
    "structures",
]

FINDERS = {"fi": finnish, "sv": swedish, "en": english}


def structures(text: str, language: str, *, means: Means = DEEP) -> tuple[Structure, ...]:
    """The constructions of `text`, in order, with offsets into it.

    `language` is fi, sv or en; ValueError for another. `means` says which aids may be used;
    one that is not installed is left out, and fewer kinds are found then.
    """
    if language not in FINDERS:
        raise ValueError(f"No grammar for language {language!r}; known: {', '.join(FINDERS)}")
    found: set[Structure] = set()
    for sentence in read(text, language, means):
        found.update(FINDERS[language](sentence))
        found.update(subclauses(sentence, language))
        found.update(nominalisation_stacks(sentence, language))
        if language != "en":
            found.update(long_compounds(sentence, language, means.morphology))
    return tuple(sorted(found))
