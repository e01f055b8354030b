"""Language codes as files write them."""

from __future__ import annotations

_LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI"}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb"})


def locale_of(language: str) -> str:
    """``fi`` → ``fi-FI``; a code without a country of its own stays as it is."""
    return _LOCALES.get(language, language)


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return language in _RIGHT_TO_LEFT
