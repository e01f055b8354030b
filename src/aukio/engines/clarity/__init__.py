"""Easy and clear language: what makes a text hard to read, where, and why."""

from __future__ import annotations

from aukio.engines.clarity._structures import (
    CLAUSE_EQUIVALENTS,
    DEEP,
    SURFACE,
    Kind,
    Means,
    Structure,
    available,
    structures,
)

__all__ = [
    "CLAUSE_EQUIVALENTS",
    "DEEP",
    "SURFACE",
    "Kind",
    "Means",
    "Structure",
    "available",
    "structures",
]
