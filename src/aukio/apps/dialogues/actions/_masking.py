"""Hiding words of a record and bringing them back, sign for sign: offsets never move.

The text in the database is always what may be read. A hidden place holds one ``HIDDEN`` for
each sign; its words are kept encrypted beside it until their day comes. Whatever reads a
record, a note or a quote therefore reads the redacted text, also code that knows no gate.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aukio.apps.dialogues.models import (
    HIDDEN,
    Change,
    Finding,
    Note,
    Quote,
    QuoteProposal,
    Record,
)
from aukio.shared.accounts.sealing import seal, unseal

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def masked(words: str) -> str:
    """One sign for each; line ends stay, as they part the notes."""
    return "".join(sign if sign in _LINE_ENDS else HIDDEN for sign in words)


def words_of(finding: Finding) -> str:
    """The very words, hidden or not; empty once they have been destroyed."""
    if not finding.masked:
        return finding.record.text[finding.start : finding.end]
    return unseal(finding.sealed)


def hide(record: Record, findings: Iterable[Finding]) -> None:
    """Take the words out of the record, its notes and its quotes."""
    fresh = [one for one in findings if not one.masked]
    for one in fresh:
        one.sealed = seal(record.text[one.start : one.end])
        one.masked = True
    _write(record, [(one.start, masked(record.text[one.start : one.end])) for one in fresh])
    Finding.objects.bulk_update(fresh, ["sealed", "masked"], batch_size=200)


def bring_back(record: Record, findings: Iterable[Finding]) -> None:
    """Put the words back where they were."""
    hidden = [one for one in findings if one.masked and one.sealed]
    pieces = [(one.start, unseal(one.sealed)) for one in hidden]
    lengths = [one.end - one.start for one in hidden]
    if [len(words) for _, words in pieces] != lengths:
        raise ValueError("sealed words cannot be read: was the secret key changed?")
    for one in hidden:
        one.sealed, one.masked = "", False
    _write(record, pieces)
    Finding.objects.bulk_update(hidden, ["sealed", "masked"], batch_size=200)


def _write(record: Record, pieces: list[tuple[int, str]]) -> None:
    if not pieces:
        return
    signs = list(record.text)
    for start, words in pieces:
        signs[start : start + len(words)] = words
    record.text = "".join(signs)
    Record.objects.filter(pk=record.pk).update(text=record.text)
    touched = _rewrite_notes(record)
    _rewrite_quotes(touched)
    _rewrite_history(record, touched)


def _rewrite_notes(record: Record) -> dict[int, Note]:
    touched = {}
    for note in record.notes.all():
        text = record.text[note.start : note.end]
        if note.text != text:
            note.text = text
            touched[note.pk] = note
    Note.objects.bulk_update(touched.values(), ["text"], batch_size=200)
    return touched


def _rewrite_quotes(notes: dict[int, Note]) -> None:
    for model in (Quote, QuoteProposal):
        rows: list[Any] = list(model._default_manager.filter(note__in=notes))
        for row in rows:
            row.text = notes[row.note_id].text[row.start : row.end]
        model._default_manager.bulk_update(rows, ["text"], batch_size=200)


def _rewrite_history(record: Record, notes: dict[int, Note]) -> None:
    """The round's history keeps quotes as they were, so that a change can be taken back."""
    if not notes:
        return
    for change in Change.objects.filter(round=record.dialogue.round_id).iterator():
        is_touched = False
        for state in (change.before, change.after):
            for sentence in state.get("sentences", {}).values():
                for quote in (sentence or {}).get("quotes", ()):
                    note = notes.get(quote["note_id"])
                    if note:
                        quote["text"] = note.text[quote["start"] : quote["end"]]
                        is_touched = True
        if is_touched:
            change.save(update_fields=["before", "after"])
