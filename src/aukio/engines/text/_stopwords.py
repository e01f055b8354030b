"""Stop words for any language."""

from functools import lru_cache
from importlib.resources import files
from typing import Final

from aukio.engines.text._language import language_code
from aukio.engines.text._lemmas import lemma

# The commonest words of a language are its function words; after about the 300th, words that
# can name a topic begin to outnumber them.
_COMMONEST: Final = 300
_COMPLETE: Final = frozenset({"fi", "sv", "en"})


@lru_cache(maxsize=64)
def stopwords(language: str) -> frozenset[str]:
    """Return lower-case stop words of ``language``.

    Finnish, Swedish and English have lists of our own (``words/``); other languages take the
    300 commonest words of wordfreq (https://github.com/rspeer/wordfreq) with their lemmas,
    joined with our list where there is one. A language nobody lists gives an empty set.
    """
    code = language_code(language)
    return _listed(code) if code in _COMPLETE else _listed(code) | _commonest(code)


@lru_cache(maxsize=100_000)
def is_stopword(word: str, *, language: str) -> bool:
    """Say whether ``word`` or its base form is a stop word of ``language``."""
    code = language_code(language)
    listed = stopwords(code)
    lower = word.lower()
    return lower in listed or lemma(word, language=code) in listed


def _listed(code: str) -> frozenset[str]:
    path = files("aukio.engines.text").joinpath("words", f"stopwords.{code}.txt")
    if not code.isalpha() or not path.is_file():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8").split())


def _commonest(code: str) -> frozenset[str]:
    from wordfreq import available_languages, top_n_list

    if code not in available_languages():
        return frozenset()
    words = top_n_list(code, _COMMONEST)
    return frozenset(words) | {lemma(word, language=code) for word in words}
