"""Stacks of nominalisations: nouns made from verbs, leaning on one another.

One such noun is no fault (they are common in easy Finnish too); a row of them hides who does
what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._words import Sentence, Word


@dataclass(frozen=True, slots=True)
class Shape:
    """What a nominalisation ends in, how many make a stack, and how far apart they may be."""

    ending: re.Pattern[str]
    count: int
    reach: int
    chain: re.Pattern[str]


SHAPES = {
    "fi": Shape(
        re.compile(
            r"\w{3,}mi(?:nen|sen|sta|seen|sessa|sesta|sella|selle|seksi|sten|sille)"
            r"|\w{4,}(?:[uy]ksen|nnin|nnon|nnön|nnan|nnän|isuuden|isyyden)"
        ),
        2,
        2,
        re.compile(r"\w+n\b|sekä|ja|tai"),
    ),
    "sv": Shape(
        re.compile(
            r"\w{3,}(?:[nlr]ing|ande|ende|else|het|tion)(?:en|et|t|s|ens|ar|er|arna|erna|na|n)?"
        ),
        3,
        4,
        re.compile(r"av|för|till|om|och|den|det|en|ett|i|vid|\w+s"),
    ),
    "en": Shape(
        re.compile(r"\w{3,}(?:tion|ment|ance|ence|ity|isation|ization|sion|al)s?"),
        3,
        4,
        re.compile(r"of|for|to|in|and|the|a|an|on|with|by|its|their"),
    ),
}


def nominalisation_stacks(sentence: Sentence, language: str) -> Iterator[Structure]:
    """Rows of nominalisations joined only by genitives or small words."""
    shape = SHAPES[language]
    row: list[Word] = []
    for word in sentence.words:
        if not shape.ending.fullmatch(word.lower) or not word.text[0].isalpha():
            continue
        if row and not _joined(row[-1], word, sentence, shape):
            yield from _stack(row, shape)
            row = []
        row.append(word)
    yield from _stack(row, shape)


def _joined(first: Word, second: Word, sentence: Sentence, shape: Shape) -> bool:
    between = sentence.words[first.index + 1 : second.index]
    return len(between) <= shape.reach and all(shape.chain.fullmatch(one.lower) for one in between)


def _stack(row: list[Word], shape: Shape) -> Iterator[Structure]:
    if len(row) >= shape.count:
        yield Structure(row[0].start, row[-1].end, Kind.NOMINALISATION_STACK)
