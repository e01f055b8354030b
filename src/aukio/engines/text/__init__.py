"""Languages, sentences, words, search terms, vectors and tables: plain text made usable.

Nothing is loaded or read on import; word lists and models are loaded once, on first use.
All offsets count Unicode code points, so ``text[start:end]`` is always the exact words.
"""

from aukio.engines.text._embeddings import (
    Embedder,
    Progress,
    Vectors,
    embed,
    embedding_model_name,
)
from aukio.engines.text._faults import TableFault
from aukio.engines.text._language import identify_language, identify_languages, language_code
from aukio.engines.text._lemmas import has_lemma_list, lemma, lemmas
from aukio.engines.text._morphology import Morphology, morphology_available
from aukio.engines.text._sentences import split_sentences
from aukio.engines.text._spans import Span, Token, tokenize
from aukio.engines.text._stopwords import is_stopword, stopwords
from aukio.engines.text._tables import Table, read_table
from aukio.engines.text._terms import query_groups, query_terms, search_terms

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
    "is_stopword",
    "language_code",
    "lemma",
    "lemmas",
    "morphology_available",
    "query_groups",
    "query_terms",
    "read_table",
    "search_terms",
    "split_sentences",
    "stopwords",
    "tokenize",
]
