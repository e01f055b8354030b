"""Search terms: what a word is indexed under, so that inflected forms find each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any, Final

from aukio.engines.text._language import DEFAULT, identify_language, language_code
from aukio.engines.text._lemmas import lemma
from aukio.engines.text._morphology import morphology
from aukio.engines.text._spans import tokenize

_SNOWBALL: Final = {
    "fi": "finnish", "sv": "swedish", "en": "english", "de": "german", "da": "danish",
    "no": "norwegian", "nb": "norwegian", "fr": "french", "es": "spanish", "it": "italian",
    "nl": "dutch", "pt": "portuguese", "ru": "russian", "et": "estonian", "hu": "hungarian",
    "ro": "romanian", "lt": "lithuanian", "pl": "polish",
}  # fmt: skip
_STEMMING = Lock()  # Snowball's stemmers keep the word in hand inside the object
_PIECE: Final = re.compile(r"[^\W_]+", re.UNICODE)


def search_terms(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """Return the terms ``text`` is found under, in order, repeats kept (they carry weight).

    Each word gives its lemma, the Snowball stem of the lemma and of the word itself, and with
    a morphology the parts of a compound; hyphenated words also give their parts. Terms hold
    letters and digits only and are lower-case, so any database's plain index can store them.
    """
    code = _code(text, language)
    return tuple(
        term for token in tokenize(text) for term in _terms_of_word(token.text.lower(), code)
    )


def query_terms(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """Return the distinct terms to look for, in order.

    A query is too short to tell its language, so without one the terms of Finnish, Swedish
    and English are united.
    """
    return tuple(
        dict.fromkeys(term for group in query_groups(text, language=language) for term in group)
    )


def query_groups(text: str, *, language: str | None = None) -> tuple[tuple[str, ...], ...]:
    """Return the terms of each query word: a text matches when it holds one of every group."""
    codes = [language_code(language)] if language else list(DEFAULT)
    return tuple(
        tuple(dict.fromkeys(_of_languages(token.text.lower(), codes))) for token in tokenize(text)
    )


def _of_languages(word: str, codes: Sequence[str]) -> Iterator[str]:
    for code in codes:
        yield from _terms_of_word(word, code)


def _code(text: str, language: str | None) -> str:
    return language_code(language) if language else identify_language(text)


@lru_cache(maxsize=200_000)
def _terms_of_word(word: str, language: str) -> tuple[str, ...]:
    base = lemma(word, language=language)
    # A participle's lemma may be a word with a lemma of its own: alkaneen, alkanut, alkaa.
    deeper = lemma(base, language=language)
    bases = dict.fromkeys((base, deeper))
    forms = [*bases, *_stems((*bases, word), language), *_compound_parts(word, language)]
    return tuple(dict.fromkeys(_plain(forms)))


def _compound_parts(word: str, language: str) -> list[str]:
    pieces = _PIECE.findall(word)
    found = [lemma(piece, language=language) for piece in pieces] if len(pieces) > 1 else []
    analyser = morphology(language)
    if analyser is not None:
        found.extend(part.lower() for part in analyser.parts(word))
    return found


def _stems(words: Iterable[str], language: str) -> list[str]:
    stemmer = _stemmer(language)
    if stemmer is None:
        return []
    with _STEMMING:
        return [str(stemmer.stemWord(word)) for word in words]


def _plain(forms: Iterable[str]) -> Iterator[str]:
    """Drop everything but letters and digits; a form with none left is no term."""
    for form in forms:
        joined = "".join(_PIECE.findall(form.lower()))
        if joined:
            yield joined


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Any:
    import snowballstemmer

    name = _SNOWBALL.get(language)
    return snowballstemmer.stemmer(name) if name else None
