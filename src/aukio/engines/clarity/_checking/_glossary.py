"""An organisation's own words: which to use, which not, which to explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml


class GlossaryError(ValueError):
    """A glossary that cannot be used, with what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A preferred word; words not to use for the same thing; what it means, if it must be said."""

    preferred: str
    forbidden: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one language."""

    terms: tuple[Term, ...] = ()

    @staticmethod
    def from_yaml(text: str, language: str) -> Glossary:
        """Read `language: [{preferred, forbidden: [], explanation}]`.

        Raises GlossaryError when the text is not of that shape.
        """
        try:
            found = yaml.safe_load(text) or {}
        except yaml.YAMLError as error:
            raise GlossaryError(f"The glossary is not YAML: {error}") from error
        if not isinstance(found, dict):
            raise GlossaryError("A glossary lists terms under a language: fi, sv or en.")
        return Glossary(tuple(_term(entry) for entry in found.get(language) or ()))


def _term(entry: Mapping[str, Any]) -> Term:
    if not isinstance(entry, dict) or not entry.get("preferred"):
        raise GlossaryError(f"A term needs the key 'preferred': {entry!r}")
    forbidden = entry.get("forbidden") or ()
    if isinstance(forbidden, str):
        raise GlossaryError(f"'forbidden' is a list: {entry!r}")
    return Term(
        str(entry["preferred"]), tuple(map(str, forbidden)), str(entry.get("explanation") or "")
    )
