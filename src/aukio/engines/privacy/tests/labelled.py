"""Sentences of invented people, with every name marked, and what is found in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from aukio.engines.privacy import Kind, find

SENTENCES = Path(__file__).with_name("names.txt")
_MARKED = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` without the brackets; ``names``: where names of people are, code points."""

    language: str
    text: str
    names: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """``missed`` and ``false``: the words themselves, to be read by the one who mends."""

    names: int
    words: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.names

    @property
    def false_per_thousand(self) -> float:
        return 1000 * len(self.false) / self.words


def sentences() -> list[Sentence]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def tally(read: list[Sentence]) -> Tally:
    """A name is found when findings cover every capitalised word of it."""
    names, words, missed, false = 0, 0, [], []
    for one in read:
        found = [(at.start, at.end) for at in find(one.text) if at.kind is Kind.NAME]
        covered = {place for start, end in found for place in range(start, end)}
        marked = {place for start, end in one.names for place in range(start, end)}
        names += len(one.names)
        words += len(one.text.split())
        missed += [one.text[a:b] for a, b in one.names if not _capitals(one.text, a, b) <= covered]
        false += [one.text[a:b] for a, b in found if not marked & set(range(a, b))]
    return Tally(names, words, tuple(missed), tuple(false))


def _capitals(text: str, start: int, end: int) -> set[int]:
    return {place for place in range(start, end) if text[place].isupper()}


def _read(line: str) -> Sentence:
    language, marked = line.split(" ", 1)
    text, names, at = "", [], 0
    for name in _MARKED.finditer(marked):
        text += marked[at : name.start()]
        names.append((len(text), len(text) + len(name[1])))
        text += name[1]
        at = name.end()
    return Sentence(language, text + marked[at:], tuple(names))
