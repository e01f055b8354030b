"""From text to terms that any database's plain index keeps as they are.

`aukio.engines.text` gives lemmas and stems. Here they are made safe: letters that a database
might fold, split or drop (SQLite's tokenizer knows Unicode 6.1 only) are written as their
number, so that SQLite and PostgreSQL find exactly the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MAX_QUERY_LENGTH = 200
MAX_QUERY_WORDS = 8
MAX_TEXT_LENGTH = 200_000
MAX_TERM_LENGTH = 60
_UNSAFE = re.compile(r"[^0-9a-zåäöæøéèëêáàâãñõóòôüúùûíìîïçšžčđŋŧǥǧǩʒǯа-яё]")


@dataclass(frozen=True)
class Query:
    """What is looked for: an entry matches when it holds a term of every group.

    ``text`` is what was kept of the words given; ``cut`` tells that some were left out.
    """

    text: str
    groups: tuple[tuple[str, ...], ...]
    cut: bool

    @property
    def terms(self) -> frozenset[str]:
        """Every term of every group."""
        return frozenset(term for group in self.groups for term in group)


def index_terms(text: str, language: str) -> tuple[str, ...]:
    """The distinct terms of ``text`` in order of appearance."""
    from aukio.engines.text import search_terms

    return _safe(search_terms(clean(text)[:MAX_TEXT_LENGTH], language=language))


@lru_cache(maxsize=50_000)
def word_terms(word: str, language: str) -> frozenset[str]:
    """The terms one word of a text is found under."""
    return frozenset(index_terms(word, language))


def read_query(text: str, language: str) -> Query:
    """Understand what a person typed; never fails, whatever it is.

    Words of all three languages are looked for. Small words of the reader's ``language``
    (and, of, on) are left out when others remain.
    """
    from aukio.engines.text import is_stopword, query_groups, tokenize

    cleaned = " ".join(clean(text).split())
    kept = cleaned[:MAX_QUERY_LENGTH]
    words = [token.text.lower() for token in tokenize(kept)]
    groups = [_safe(group) for group in query_groups(kept)]
    pairs = [pair for pair in zip(words, groups, strict=True) if pair[1]]
    telling = [group for word, group in pairs if not is_stopword(word, language=language)]
    wanted = list(dict.fromkeys(telling or [group for _, group in pairs]))
    cut = len(cleaned) > len(kept) or len(wanted) > MAX_QUERY_WORDS
    return Query(kept, tuple(wanted[:MAX_QUERY_WORDS]), cut)


def clean(text: str) -> str:
    """Composed Unicode without control characters and halves of characters."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    spaced = "".join(" " if unicodedata.category(one) == "Cc" else one for one in whole)
    return unicodedata.normalize("NFC", spaced)


def _safe(terms: Iterable[str]) -> tuple[str, ...]:
    written = (_written(term) for term in terms)
    return tuple(dict.fromkeys(term for term in written if term))


def _written(term: str) -> str:
    whole = unicodedata.normalize("NFC", term.lower())
    return _UNSAFE.sub(lambda found: f"u{ord(found.group()):x}u", whole)[:MAX_TERM_LENGTH]
