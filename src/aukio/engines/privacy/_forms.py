"""Inflected forms of names: which name of a list a written word is a form of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

# Case endings of Finnish, genitives of Swedish and English, the longest first.
_ENDINGS: Final = (
    *("'lta", "'lle", "'lla", "’lle", "iltä", "ilta", "ille", "illa", "illä", "issa", "istä"),
    *("ista", "lla", "llä", "lle", "lta", "ltä", "ssa", "ssä", "sta", "stä", "hun", "hin"),
    *("han", "hän", "hen", "hön", "kin", "ksi", "ta", "tä", "na", "nä", "seen", "een", "in", "en"),
    *("an", "än", "on", "ön", "un", "yn", "'s", "’s", "s", "n", "t", "a", "ä"),
)
_GRADES: Final = (
    *(("tt", "t"), ("kk", "k"), ("pp", "p"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr")),
    *(("ht", "hd"), ("mp", "mm"), ("nk", "ng"), ("rk", "r"), ("lk", "l"), ("lp", "lv")),
    *(("rp", "rv"), ("k", ""), ("t", "d"), ("p", "v")),
)
_SHORTEST: Final = 3
_VOWELS: Final = frozenset("aeiouyåäö")


class Forms:
    """A list of names in lower case that knows their stems: Virtase(n), Lahde(n), Aallo(n)."""

    def __init__(self, names: Iterable[str], *, i_to_e: bool) -> None:
        """``i_to_e``: whether a last i turns into e: the family Niemi does, Airi does not."""
        self.names = frozenset(names)
        self._stems = {stem: name for name in sorted(self.names) for stem in _stems(name, i_to_e)}

    def name_of(self, low: str) -> str:
        """The name that the lower-case word is a form of, or ""; of a double name its part."""
        for part in (low, *low.split("-")[:1]):
            if part in self.names:
                return part
        found = (
            stem if stem in self.names else self._stems.get(stem, "")
            for stem in without_ending(low)
        )
        return next(filter(None, found), "")


def without_ending(low: str) -> Iterator[str]:
    """What is left of a word when each ending it could have is taken away."""
    for ending in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= _SHORTEST:
            yield stem


def _stems(name: str, i_to_e: bool) -> Iterator[str]:
    made = set()
    if name.endswith("nen"):
        made = {f"{name[:-3]}se", f"{name[:-3]}si", f"{name[:-3]}s"}
    elif name[-1] not in _VOWELS:
        made = {f"{name}i", f"{name[:-1]}kse"} if name.endswith("s") else {f"{name}i"}
    else:
        strong = {name, name[:-1] + "e"} if i_to_e and name.endswith("i") else {name}
        made = strong | {_weak(stem) for stem in strong}
        made |= {f"{name}e"} if name.endswith("e") else set()
    return (stem for stem in made if len(stem) >= _SHORTEST and stem != name)


def _weak(stem: str) -> str:
    """Peka, Anti, Lahde, Aallo, Mäe: as the stem is before an ending that closes a syllable."""
    for strong, weak in _GRADES:
        if stem[:-1].endswith(strong):
            return stem[: -1 - len(strong)] + weak + stem[-1]
    return stem
