"""One Voikko handle, asked three questions about a word, with a memory of answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from aukio_voikko._features import features, pieces

REMEMBERED_WORDS = 50_000
BASE = re.compile(r"\+[^+(]+\((?!\+)([^)=]+)\)")
NOMINAL = {"NOUN", "ADJ", "PROPN", "PRON", "NUM"}


class VoikkoMissingError(RuntimeError):
    """libvoikko or its Finnish vocabulary is not on this machine."""


class Handle(Protocol):
    """What is used of `libvoikko.Voikko`."""

    def analyze(self, word: str) -> list[dict[str, str]]: ...


class Voikko:
    """Answers about single Finnish words. Not safe to share between threads."""

    def __init__(self, handle: Handle) -> None:
        self._raw = lru_cache(maxsize=REMEMBERED_WORDS)(handle.analyze)

    def analyse(self, word: str) -> tuple[Mapping[str, str], ...]:
        """Every reading of `word` as UD features with `lemma` and `pos`; empty if unknown."""
        return tuple(features(analysis, word) for analysis in self._raw(word))

    def lemmas(self, word: str) -> list[str]:
        """Base forms of `word`, each once, in Voikko's order; participles give their verb."""
        found = [self._verb(analysis) or reading["lemma"] for analysis, reading in self._both(word)]
        return list(dict.fromkeys(found))

    def parts(self, word: str) -> list[str]:
        """A compound's parts in base form; empty when it is no compound or not known.

        Of several readings the one with fewest joints is taken: Voikko also offers
        improbable splits.
        """
        analyses = self._raw(word)
        if not analyses:
            return []
        best = min(analyses, key=lambda one: one.get("STRUCTURE", "").count("="))
        cut = pieces(best, word)
        base = best.get("BASEFORM", word)
        if len(cut) < 2:
            return []
        before = sum(len(piece) for piece in cut[:-1])
        last = base.replace("-", "")[before:] or cut[-1]
        return [*(self._nominal(piece) for piece in cut[:-1]), last]

    def _both(self, word: str) -> list[tuple[Mapping[str, str], Mapping[str, str]]]:
        return [(analysis, features(analysis, word)) for analysis in self._raw(word)]

    def _nominal(self, piece: str) -> str:
        for reading in self.analyse(piece):
            if reading["pos"] in NOMINAL and "VerbForm" not in reading:
                return reading["lemma"]
        return piece.casefold()

    @staticmethod
    def _verb(analysis: Mapping[str, str]) -> str | None:
        if not analysis.get("PARTICIPLE"):
            return None
        bases = BASE.findall(analysis.get("WORDBASES", ""))
        return bases[0] if len(bases) == 1 else None


def load() -> Voikko:
    """Open Voikko for Finnish.

    Raises VoikkoMissingError when the library or the vocabulary is not installed.
    """
    import libvoikko

    try:
        return Voikko(libvoikko.Voikko("fi"))
    except (OSError, libvoikko.VoikkoException) as error:
        raise VoikkoMissingError(
            "Voikko is not installed. On Debian: apt-get install libvoikko1 voikko-fi"
        ) from error
