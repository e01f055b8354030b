"""Reading vocabularies: words for codes, and choices for forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import get_language

from aukio.shared.terms import memory
from aukio.shared.terms.models import Term, Vocabulary


@dataclass(frozen=True)
class Word:
    """A term as pages need it."""

    code: str
    label_fi: str
    label_sv: str
    label_en: str
    note: str
    retired: bool

    def label(self, language: str) -> str:
        """The words in ``language``, else Finnish."""
        found: str = getattr(self, f"label_{language[:2]}", "")
        return found or self.label_fi


def words(vocabulary: str) -> list[Word]:
    """The terms of a vocabulary in their order, retired ones too; empty if there is none."""
    return memory.remembered(vocabulary, lambda: _fetch(vocabulary))


def _fetch(vocabulary: str) -> list[Word]:
    rows = Term.objects.filter(vocabulary__code=vocabulary).order_by("position", "code")
    names = ("code", "label_fi", "label_sv", "label_en", "note", "retired")
    return [Word(*row) for row in rows.values_list(*names)]


def labels(vocabulary: str, language: str | None = None) -> dict[str, str]:
    """Code → words in ``language`` (default: the reader's), in the vocabulary's order.

    Retired terms are included: old records still hold their codes.
    """
    wanted = language or get_language() or "fi"
    return {word.code: word.label(wanted) for word in words(vocabulary)}


def label(vocabulary: str, code: str, language: str | None = None) -> str:
    """The words for one code; the code itself when nobody knows it."""
    return labels(vocabulary, language).get(code, code)


class Choices(BaseChoiceIterator):
    """Choices of a form field, read anew each time in the reader's language."""

    def __init__(self, vocabulary: str, blank: str | None) -> None:
        self.vocabulary = vocabulary
        self.blank = blank

    def __iter__(self) -> Iterator[tuple[str, str]]:
        if self.blank is not None:
            yield "", self.blank
        wanted = get_language() or "fi"
        for word in words(self.vocabulary):
            if not word.retired:
                yield word.code, word.label(wanted)


def choices(vocabulary: str, *, blank: str | None = None) -> Choices:
    """Choices for a form field: ``ChoiceField(choices=choices("dialogue-modes"))``.

    Lazy: nothing is read when the form class is made. ``blank`` adds a first empty choice
    with these words.
    """
    return Choices(vocabulary, blank)


def vocabularies() -> QuerySet[Vocabulary]:
    """Every vocabulary, by code."""
    return Vocabulary.objects.order_by("code")
