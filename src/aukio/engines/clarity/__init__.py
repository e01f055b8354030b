"""Easy and clear language: what makes a text hard to read, where, and why.

Nothing is loaded on import; language models are loaded once, on first use. All offsets count
characters (code points). No part of the engine uses the network,
save `propose`, which asks the address its caller gives. It prepares a person's review
and never calls a text approved.
"""

from __future__ import annotations

from aukio.engines.clarity._checking import (
    GOALS,
    LANGUAGES,
    Figures,
    Finding,
    Glossary,
    GlossaryError,
    Level,
    Profile,
    Report,
    Request,
    Rule,
    Share,
    Suppressed,
    Suppression,
    SuppressionError,
    Term,
    check,
    rules,
)
from aukio.engines.clarity._documents import (
    Block,
    BlockKind,
    Document,
    Link,
    UnusableDocumentError,
    open_document,
    read_document,
)
from aukio.engines.clarity._language_model import (
    LanguageModel,
    LanguageModelError,
    Proposal,
    propose,
)
from aukio.engines.clarity._rewriting import Facts, facts, rewrite
from aukio.engines.clarity._sheet import (
    Sheet,
    review_sheet,
    sheet_as_docx,
    sheet_as_html,
    sheet_as_xlsx,
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
    "GOALS",
    "LANGUAGES",
    "SURFACE",
    "Block",
    "BlockKind",
    "Document",
    "Facts",
    "Figures",
    "Finding",
    "Glossary",
    "GlossaryError",
    "Kind",
    "LanguageModel",
    "LanguageModelError",
    "Level",
    "Link",
    "Means",
    "Profile",
    "Proposal",
    "Report",
    "Request",
    "Rule",
    "Share",
    "Sheet",
    "Structure",
    "Suppressed",
    "Suppression",
    "SuppressionError",
    "Term",
    "UnusableDocumentError",
    "available",
    "check",
    "compound_parts",
    "facts",
    "open_document",
    "propose",
    "read_document",
    "review_sheet",
    "rewrite",
    "rules",
    "sheet_as_docx",
    "sheet_as_html",
    "sheet_as_xlsx",
    "structures",
]
