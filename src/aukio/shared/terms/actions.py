"""Loading vocabularies. A code once given stays: it may be retired, never taken away."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction

from aukio.shared.accounts.models import Person
from aukio.shared.audit import actions as audit
from aukio.shared.terms import memory
from aukio.shared.terms.models import LANGUAGES, Term, Vocabulary
from aukio.shared.terms.reading import TermRow, VocabularyFile, read


@dataclass
class Outcome:
    """What loading did."""

    vocabularies: int = 0
    terms: int = 0
    new: int = 0
    changed: int = 0
    retired: int = 0

    def as_dict(self) -> dict[str, int]:
        """For machines."""
        return asdict(self)


def load(*, by: Person | None, path: Path) -> Outcome:
    """Make the vocabularies those of the file, or of every file of the folder.

    All or nothing, and the same again changes nothing. A term missing from its file is
    retired: forms offer it no more, old records keep its words. Raises ``FileFault``.
    """
    files = read(path)
    outcome = Outcome()
    with transaction.atomic():
        for one in files:
            _take(one, outcome)
        _record(by, outcome)
    for one in files:
        memory.forget(one.code)
    return outcome


def _record(by: Person | None, outcome: Outcome) -> None:
    """One audit event, unless nothing changed."""
    if outcome.new or outcome.changed or outcome.retired:
        audit.record(by=by, verb="terms.load", target=None, detail=outcome.as_dict())


def _take(file: VocabularyFile, outcome: Outcome) -> None:
    labels = {f"label_{language}": file.labels[language] for language in LANGUAGES}
    vocabulary, _ = Vocabulary.objects.update_or_create(code=file.code, defaults=labels)
    there = {term.code: term for term in vocabulary.terms.all()}
    outcome.vocabularies += 1
    outcome.terms += len(file.terms)
    for position, row in enumerate(file.terms):
        _take_term(vocabulary, there.pop(row.code, None), row, position, outcome)
    for gone in there.values():
        if not gone.retired:
            gone.retired = True
            gone.save(update_fields=["retired"])
            outcome.retired += 1


def _take_term(
    vocabulary: Vocabulary, old: Term | None, row: TermRow, position: int, outcome: Outcome
) -> None:
    wanted = {
        **{f"label_{language}": row.labels[language] for language in LANGUAGES},
        "note": row.note,
        "position": position,
        "retired": False,
    }
    if old is None:
        Term.objects.create(vocabulary=vocabulary, code=row.code, **wanted)
        outcome.new += 1
    elif any(getattr(old, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(old, name, value)
        old.save()
        outcome.changed += 1
