"""Languages, sentences, words, search terms, vectors and tables: plain text made usable.

Nothing is loaded or read on import, numpy included; word lists and models are loaded once, on
first use. :func:`prepare` makes the files that let every process share one copy of the lists.
All offsets count Unicode code points, so ``text[start:end]`` is always the exact words.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from aukio.engines.text._faults import TableFault
from aukio.engines.text._language import identify_language, identify_languages, language_code
from aukio.engines.text._lemmas import has_lemma_list, known_lemma, lemma, lemmas
from aukio.engines.text._morphology import Morphology, morphology, morphology_available
from aukio.engines.text._releasing import release
from aukio.engines.text._sentences import split_sentences
from aukio.engines.text._spans import Span, Token, tokenize
from aukio.engines.text._stopwords import is_stopword, stopwords
from aukio.engines.text._tables import Table, read_table
from aukio.engines.text._terms import query_groups, query_terms, search_terms
from aukio.engines.text._wordlists import is_listed, listed_lemma, prepare

if TYPE_CHECKING:
    from aukio.engines.text._embeddings import (
        Embedder,
        Progress,
        Vectors,
        embed,
        embedding_model_name,
    )

__all__ = [
    "Embedder",
    "Morphology",
    "Progress",
    "Span",
    "Table",
    "TableFault",
    "Token",
    "Vectors",
    "embed",
    "embedding_model_name",
    "has_lemma_list",
    "identify_language",
    "identify_languages",
    "is_listed",
    "is_stopword",
    "known_lemma",
    "language_code",
    "lemma",
    "lemmas",
    "listed_lemma",
    "morphology",
    "morphology_available",
    "prepare",
    "query_groups",
    "query_terms",
    "read_table",
    "release",
    "search_terms",
    "split_sentences",
    "stopwords",
    "tokenize",
]

_NEED_ARRAYS = frozenset({"Embedder", "Progress", "Vectors", "embed", "embedding_model_name"})

if not TYPE_CHECKING:  # web processes search but never embed: they go without numpy

    def __getattr__(name: str) -> Any:
        """Load what needs numpy when it is first asked for."""
        if name not in _NEED_ARRAYS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module("aukio.engines.text._embeddings"), name)
        globals()[name] = found
        return found
