"""Base forms of words."""

from functools import lru_cache

from aukio.engines.text._language import language_code
from aukio.engines.text._morphology import morphology
from aukio.engines.text._spans import tokenize
from aukio.engines.text._wordlists import lemmatizer, word_lists

# Case carries meaning for the German lemma list; elsewhere it only hides matches.
_KEEPS_CASE = frozenset({"de", "lb"})


def lemmas(text: str, *, language: str) -> list[str]:
    """Return one lower-case base form for each token of ``text``, in order.

    A morphology (Voikko) answers first when one is installed, then simplemma's lists.
    Words no list knows, and all words of languages without a list, come back lower-cased.
    """
    code = language_code(language)
    return [lemma(token.text, language=code) for token in tokenize(text)]


@lru_cache(maxsize=200_000)
def lemma(word: str, *, language: str) -> str:
    """Return the lower-case base form of one word."""
    analyser = morphology(language)
    if analyser is not None:
        found = analyser.lemmas(word)
        if found:
            return found[0].lower()
    return _from_list(word, language)


def _from_list(word: str, language: str) -> str:
    if not has_lemma_list(language):
        return word.lower()
    known = word if language in _KEEPS_CASE else word.lower()
    return str(lemmatizer().lemmatize(known, lang=language)).lower()


def known_lemma(word: str, *, language: str) -> str | None:
    """Return the lower-case base form a list has for a lower-case word; None when it has none.

    Nothing is guessed and no morphology asked: the answer tells what the list itself holds.
    """
    found = word_lists().get_dictionary(language).get(word)
    return None if found is None else found.lower()


@lru_cache(maxsize=128)
def has_lemma_list(language: str) -> bool:
    """Say whether simplemma ships a list for ``language``; the list is not read."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return language in SUPPORTED_LANGUAGES
