"""Picking the exact words a sentence rests on."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._history import history
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import HIDDEN, Gate, Note, Permission, Quote, Sentence
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@transaction.atomic
def pick_quote(
    *,
    by: Person | None,
    sentence: Sentence,
    note: Note,
    start: int = 0,
    end: int | None = None,
) -> Quote:
    """Tie ``note.text[start:end]`` (code points; the whole note by default) to a sentence."""
    round = sentence.summary.round
    require("dialogues.write_summary", by, round)
    upto = len(note.text) if end is None else end
    _check(sentence, note, start, upto)
    last = sentence.quotes.aggregate(last=Max("order"))["last"] or 0
    with history("pick_quote", by=by, round=round, sentences=[sentence.pk]):
        return Quote.objects.create(
            sentence=sentence,
            note=note,
            start=start,
            end=upto,
            text=note.text[start:upto],
            order=last + 1,
        )


@transaction.atomic
def drop_quote(*, by: Person | None, quote: Quote) -> None:
    """Untie words from a sentence."""
    sentence = quote.sentence
    round = sentence.summary.round
    require("dialogues.write_summary", by, round)
    with history("drop_quote", by=by, round=round, sentences=[sentence.pk]):
        quote.delete()


def _check(sentence: Sentence, note: Note, start: int, end: int) -> None:
    place = Place(file=note.record.source_name, cell=f"{start}–{end}")
    is_used = not note.record.superseded and note.record.gate != Gate.HELD
    if note.record.dialogue.round_id != sentence.summary.round_id or not is_used:
        raise InputFault(
            _("The words are not of a record in use in this round."),
            place=place,
            mend=_("Choose words of the newest version of a record of this round."),
        )
    if not (0 <= start < end <= len(note.text)) or not note.text[start:end].strip():
        raise InputFault(
            _("There are no words there in the note."),
            place=place,
            mend=_("Choose at least one word inside the note."),
        )
    if HIDDEN in note.text[start:end]:
        raise InputFault(
            _("Some of these words have been hidden to protect somebody."),
            place=place,
            mend=_("Choose words that nothing has been hidden in."),
        )
    if note.allowed == Permission.NONE:
        raise InputFault(
            _("Those who took part did not allow these words to be quoted."),
            place=place,
            mend=_("Choose words of a record that may be quoted, or ask the organiser."),
        )
    if sentence.quotes.filter(note=note, start=start, end=end).exists():
        raise InputFault(
            _("The sentence already has these words."),
            place=place,
            mend=_("Choose other words, or carry on."),
        )
