"""Easy and clear language: what makes a text hard to read, where, and why.

Nothing is loaded on import; language models are loaded once, on first use. All offsets count
characters (code points). No part of the engine uses the network.
"""

from __future__ import annotations

from aukio.engines.clarity._documents import (
    Block,
    BlockKind,
    Document,
    Link,
    UnusableDocumentError,
    open_document,
    read_document,
)
from aukio.engines.clarity._structures import (
    CLAUSE_EQUIVALENTS,
    DEEP,
    SURFACE,
    Kind,
    Means,
    Structure,
    available,
    compound_parts,
    structures,
)

__all__ = [
    "CLAUSE_EQUIVALENTS",
    "DEEP",
    "SURFACE",
    "Block",
    "BlockKind",
    "Document",
    "Kind",
    "Link",
    "Means",
    "Structure",
    "UnusableDocumentError",
    "available",
    "compound_parts",
    "open_document",
    "read_document",
    "structures",
]
