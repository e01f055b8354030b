"""Subordinate clauses: where each begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._words import Sentence, Word, words

CONJUNCTIONS = {
    "fi": words(
        """että jotta koska kun jos vaikka ellei mikäli jollei kunnes jottei ettei ellen jollen
        joskin siksikö ettemme ettette etteivät joskaan"""
    ),
    "sv": words(
        """eftersom ifall medan fastän innan därför när då som vilket vilken vilka vars tills
        huruvida såvida såvitt emedan"""
    ),
    "en": words(
        """because although though unless whereas whether if when while which who whom whose that
        until since"""
    ),
}
RELATIVE_FI = re.compile(
    r"jo(?:ka|tka|nka|ta|ssa|sta|hon|lla|lta|lle|na|ksi|iden|ita|issa|ista|ihin|illa|ilta|ille)"
    r"|mi(?:kä|nkä|tä|ssä|stä|hin|llä|ltä|lle|tkä)"
)
PARSED_DEPENDENCIES = {"mark", "nsubj", "nsubjpass", "dobj", "advmod", "pobj", "poss", "obj"}
STOPS = frozenset(",;:()–")


def subclauses(sentence: Sentence, language: str) -> Iterator[Structure]:
    """Each subordinate clause from its conjunction or relative word to its end."""
    for word in sentence.words:
        if _opens(word, sentence, language):
            yield Structure(word.start, _end(word, sentence), Kind.SUBCLAUSE)


def _opens(word: Word, sentence: Sentence, language: str) -> bool:
    before = sentence.before(word, 1)
    if language == "fi" and RELATIVE_FI.fullmatch(word.lower):
        return bool(before) and before[0].text in {",", "ja", "tai"}
    if language == "sv" and word.lower in {"att", "om"}:
        return _opens_swedish(word, sentence)
    if word.lower not in CONJUNCTIONS[language]:
        return False
    if language == "en":
        return _opens_english(word)
    return not (language == "sv" and word.lower in {"som", "då"} and not before)


def _opens_english(word: Word) -> bool:
    if word.lower == "that" and not word.dep:
        return False
    if word.lower == "that" and word.dep in {"det", "attr", "dobj", "pobj"}:
        return False
    return not word.dep or word.dep in PARSED_DEPENDENCIES


def _opens_swedish(word: Word, sentence: Sentence) -> bool:
    """`att` before an infinitive and `om` as a preposition open no clause."""
    following = sentence.next(word)
    if following is None:
        return False
    if word.lower == "om":
        return not sentence.before(word, 1) or sentence.before(word, 1)[0].text == ","
    return not following.lower.endswith(("a", "as", "å", "inte")) or following.lower in {
        "alla",
        "dessa",
        "denna",
        "båda",
        "inga",
    }


def _end(word: Word, sentence: Sentence) -> int:
    end = word.end
    for other in sentence.words[word.index + 1 :]:
        if other.text in STOPS or other.text in ".!?":
            break
        end = other.end
    return end
