"""The fields of a record form, as values."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

LANGUAGES = ("fi", "sv", "en")
Words = dict[str, str]


@dataclass(frozen=True)
class Field:
    """One field. What does not become notes is kept in the record but not analysed."""

    code: str
    label: Words
    help: Words = field(default_factory=dict)
    is_required: bool = False
    becomes_notes: bool = True
    is_quotable: bool = True

    def label_in(self, language: str) -> str:
        return in_language(self.label, language)

    def help_in(self, language: str) -> str:
        return in_language(self.help, language)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def in_language(words: Words, language: str) -> str:
    """In ``language``, else in the first there is: fi, sv, en."""
    return next((words[code] for code in (language, *LANGUAGES) if words.get(code)), "")


def fields_from(kept: list[dict[str, Any]]) -> tuple[Field, ...]:
    return tuple(Field(**one) for one in kept)
