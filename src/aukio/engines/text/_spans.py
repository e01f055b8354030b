"""Places in a text, and the words found there."""

import re
from dataclasses import dataclass

# A word: letters and digits, joined inside by hyphen, apostrophe, full stop or colon
# ("H&M:n" is two words, "EU:n", "e-mail", "3,5" and "maa-aluetta" are one).
_WORD = re.compile(r"[^\W_]+(?:[-'’:.,‐‑][^\W_]+)*", re.UNICODE)
_NUMBER = re.compile(r"\d+(?:[.,:\-‐‑]\d+)*")
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_INNER = re.compile(r"[^.,]+")
_UNSPACED_PAIR = re.compile(f"[{_UNSPACED}]{{1,2}}|[^{_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, counted in code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` inside this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number as written, with its place: ``source[start:end] == text``."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Return words and numbers in order; punctuation is left out, offsets are exact.

    Scripts written without spaces (Chinese, Japanese, Thai) are cut into pairs of characters.
    """
    found: list[Token] = []
    for match in _WORD.finditer(text):
        found.extend(_parts(match.group(), match.start()))
    return found


def _parts(word: str, offset: int) -> list[Token]:
    pattern = _splitter(word)
    if pattern is None:
        return [Token(word, offset, offset + len(word))]
    return [
        Token(part.group(), offset + part.start(), offset + part.end())
        for part in pattern.finditer(word)
    ]


def _splitter(word: str) -> re.Pattern[str] | None:
    """Say how a run must be cut further; None when it is one word."""
    if _HAS_UNSPACED.search(word):
        return _UNSPACED_PAIR
    if _NUMBER.fullmatch(word) or not ("." in word or "," in word):
        return None
    # "loppui.Sitten" lacks a space; "t.ex" is an abbreviation and its letters are no loss
    return _INNER
