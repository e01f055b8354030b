"""Rare Finnish cases of nouns: abessive, comitative, instructive."""

from __future__ import annotations

from aukio.engines.clarity._structures._words import Reading, Sentence, Word

NOMINAL = {"NOUN", "ADJ", "PRON"}
FUNCTION = {"mark", "case", "cc", "advmod"}


def abessive(word: Word, sentence: Sentence) -> bool:
    """`rahatta`: without; verb forms in -matta are another kind."""
    found = _nominal(word, "Abe")
    if not found or word.get("InfForm") == "3":
        return False
    if len(found) == len(word.readings) or any("sure" in one for one in found):
        return word.pos not in {"PROPN", "NUM"}
    return word.get("Case") == "Abe"


def comitative(word: Word, sentence: Sentence) -> bool:
    """`perheineen`: with one's; an adjective before such a noun too (`uusine kotineen`)."""
    found = _with(word)
    if not found or word.pos == "PROPN":
        return False
    if not word.lower.endswith("ine") or any("guess" not in one for one in found):
        return True
    return any(_with(other) for other in sentence.after(word, 2))


def instructive(word: Word, sentence: Sentence) -> bool:
    """`omin voimin`: by means of; adverbs that only look alike are left out."""
    found = _nominal(word, "Ins")
    if not found or word.get("InfForm"):
        return False
    if word.get("Case") == "Ins":
        return True
    sure = len(found) == len(word.readings) and all(one.get("pos") in NOMINAL for one in found)
    if not sentence.parsed:
        return sure
    return sure and word.dep not in FUNCTION and word.pos in NOMINAL


def _nominal(word: Word, case: str) -> list[Reading]:
    return [one for one in word.readings_with(Case=case) if "VerbForm" not in one]


def _with(word: Word) -> list[Reading]:
    """Participles too: `liehuvine hihoineen`."""
    return [one for one in word.readings_with(Case="Com") if one.get("VerbForm", "Part") == "Part"]
