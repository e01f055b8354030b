"""English constructions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._words import Sentence, Word, words

BE = frozenset(
    ["am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re", "get", "gets", "got"]
)
PARTICIPLE = re.compile(r"(?:[a-z]{2,}ed|[a-z]+(?:wn|ken|ven|ten|den|sen|ught|own|elt|ept|ent))$")
IRREGULAR = words(
    """made done sent paid put set read held found lost met left told sold kept built cut drawn
    given taken seen known shown written hidden laid led said understood"""
)
ADJECTIVAL = frozenset(["interested", "concerned", "tired", "married", "pleased", "supposed"])
NOT_PASSIVE = frozenset(["been", "got", "rid", "done", "suppose", "wasted"])
GET = frozenset(["get", "gets", "got", "getting", "gotten"])
STATES = frozenset(["involved", "lost", "married", "started", "ready"])
REACH = 4
MODIFIERS = frozenset({"acl", "amod"})


def english(sentence: Sentence) -> Iterator[Structure]:
    """Every construction of one English sentence that a single word carries."""
    for word in sentence.words:
        if not word.text[0].isalpha():
            continue
        if passive(word, sentence):
            yield Structure(word.start, word.end, Kind.PASSIVE)
        elif participle_attribute(word):
            yield Structure(word.start, word.end, Kind.PARTICIPLE_ATTRIBUTE)


def passive(word: Word, sentence: Sentence) -> bool:
    """`was sent`, `get rejected`: a participle with its passive auxiliary."""
    if not sentence.parsed:
        return _passive_by_form(word, sentence)
    auxiliaries = [child for child in sentence.children(word) if child.dep == "auxpass"]
    if not auxiliaries or word.lower in NOT_PASSIVE:
        return False
    if any(child.lower in GET for child in auxiliaries) and word.lower in STATES:
        return False
    return word.get("Tag") in {"VBN", "VBD"}


def participle_attribute(word: Word) -> bool:
    """`applications filed late`: a participle in a noun's place for a clause."""
    return word.dep in MODIFIERS and word.get("Tag") in {"VBN", "VBG"} and word.pos == "VERB"


def _passive_by_form(word: Word, sentence: Sentence) -> bool:
    lower = word.lower
    if lower in ADJECTIVAL or not (lower in IRREGULAR or PARTICIPLE.fullmatch(lower)):
        return False
    for other in reversed(sentence.before(word, REACH)):
        if other.lower in BE:
            return True
        if other.lower not in {"not", "also", "never", "always", "being", "been"} and not (
            other.lower.endswith("ly")
        ):
            return False
    return False
