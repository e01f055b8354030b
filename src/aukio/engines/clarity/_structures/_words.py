"""Words of one sentence with everything known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

Reading = Mapping[str, str]
"""Universal Dependencies features of one possible reading, with `lemma` and `pos`."""

NO_HEAD = -1


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `head` and `index` count within its sentence.

    `feats`, `pos`, `dep` and `head` come from the parser and are empty without it;
    `readings` come from the morphology, or from the parser or the word's ending.
    """

    text: str
    start: int
    end: int
    index: int
    pos: str = ""
    dep: str = ""
    head: int = NO_HEAD
    feats: Mapping[str, str] = ()  # type: ignore[assignment]
    readings: tuple[Reading, ...] = ()

    @property
    def lower(self) -> str:
        return self.text.casefold()

    def get(self, feature: str) -> str:
        """The parser's value of a feature, empty when there is none."""
        return self.feats.get(feature, "") if self.feats else ""

    def parsed_as(self, **wanted: str) -> bool:
        """Whether the parser gives the word all these features."""
        return all(self.get(name) == value for name, value in wanted.items())

    def may_be(self, **wanted: str) -> bool:
        """Whether some reading has all these features."""
        return any(_has(reading, wanted) for reading in self.readings)

    def must_be(self, **wanted: str) -> bool:
        """Whether the word has readings and every one has all these features."""
        return bool(self.readings) and all(_has(reading, wanted) for reading in self.readings)

    def readings_with(self, **wanted: str) -> list[Reading]:
        """The readings that have all these features."""
        return [reading for reading in self.readings if _has(reading, wanted)]

    @property
    def lemmas(self) -> frozenset[str]:
        return frozenset(reading["lemma"] for reading in self.readings if "lemma" in reading)


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence, punctuation included."""

    words: tuple[Word, ...]

    @cached_property
    def parsed(self) -> bool:
        """Whether a parser has been over it."""
        return any(word.dep for word in self.words)

    def head(self, word: Word) -> Word | None:
        return self.words[word.head] if word.head != NO_HEAD else None

    def children(self, word: Word) -> Iterator[Word]:
        return (other for other in self.words if other.head == word.index)

    def has_auxiliary(self, word: Word) -> bool:
        return any(child.dep.startswith("aux") for child in self.children(word))

    def before(self, word: Word, count: int) -> tuple[Word, ...]:
        return self.words[max(0, word.index - count) : word.index]

    def after(self, word: Word, count: int) -> tuple[Word, ...]:
        return self.words[word.index + 1 : word.index + 1 + count]

    def next(self, word: Word) -> Word | None:
        following = self.after(word, 1)
        return following[0] if following else None


def words(listed: str) -> frozenset[str]:
    """A set of words written as a text, which is easier to read and to amend."""
    return frozenset(listed.split())


def any_lower(near: Iterable[Word], wanted: frozenset[str]) -> bool:
    """Whether one of the words is, in lower case, among those wanted."""
    return any(word.lower in wanted for word in near)


def _has(reading: Reading, wanted: Mapping[str, str]) -> bool:
    return all(reading.get(name) == value for name, value in wanted.items())
