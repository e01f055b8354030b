"""The places of a record that a person decides about, gathered by their words."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.dialogues.actions._masking import words_of
from aukio.apps.dialogues.models import Finding, Record

AROUND = 60  # characters of the record shown on each side


@dataclass(frozen=True)
class Place:
    """The same words, wherever they are in the record; decided together.

    ``before`` and ``after`` are around the first of them, as they are in the record now.
    """

    findings: tuple[Finding, ...]
    words: str
    before: str
    after: str

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def key(self) -> str:
        return str(self.first.pk)

    @property
    def is_destroyed(self) -> bool:
        return self.first.destroyed_at is not None


def places(record: Record) -> list[Place]:
    """In the order of the record, those still to be decided first; one query."""
    by_words: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in record.findings.order_by("start"):
        finding.record = record
        words = words_of(finding) or f"#{finding.pk}"
        by_words.setdefault((finding.decision, finding.kind, words), []).append(finding)
    found = [_place(record, findings) for findings in by_words.values()]
    return sorted(found, key=lambda one: (bool(one.first.decision), one.first.start))


def _place(record: Record, findings: list[Finding]) -> Place:
    first = findings[0]
    before = record.text[max(0, first.start - AROUND) : first.start]
    after = record.text[first.end : first.end + AROUND]
    return Place(
        tuple(findings),
        words_of(first),
        before.rpartition("\n")[2],
        after.partition("\n")[0],
    )
