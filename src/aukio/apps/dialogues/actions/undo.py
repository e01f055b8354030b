"""Taking back the latest change to a round's themes and sentences."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._history import (
    TOLD_IN,
    Row,
    State,
    Touched,
    lock,
    state_of,
    without_ties,
)
from aukio.apps.dialogues.actions._holding import is_held_by_wing
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import (
    Change,
    Quote,
    Round,
    Sentence,
    Theme,
    ThemeNote,
    VariantSentence,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def undo(*, by: Person | None, round: Round) -> Change:
    """Take back the round's latest change; again takes back the one before it.

    Raises ``InputFault`` when there is none, or when a row it touched has since gone.
    """
    require("dialogues.edit_themes", by, round)
    lock(round)
    change = Change.objects.filter(round=round, undone_at=None).order_by("-id").first()
    if change is None:
        raise InputFault(_("There is nothing to undo."), mend=_("Carry on as you are."))
    if without_ties(state_of(_touched(change))) != without_ties(change.after):
        raise _overtaken()
    try:
        _restore(change.before, round)
    except ProtectedError as error:
        raise (_asked_about() if is_held_by_wing(error) else _overtaken()) from error
    change.undone_at = timezone.now()
    change.save(update_fields=["undone_at"])
    detail = {"change": change.pk, "undone": change.verb}
    record(by=by, verb="dialogues.undo_change", target=round, detail=detail)
    return change


def _overtaken() -> InputFault:
    return InputFault(
        _("This change can no longer be undone: what it touched has changed since."),
        mend=_("Make the change you want by hand."),
    )


def _asked_about() -> InputFault:
    return InputFault(
        _("Undoing this would take away a theme that owners have been asked about."),
        mend=_(
            "Nothing was changed. Rename the theme, or merge it into another one: "
            "the question and its answers stay."
        ),
    )


def _touched(change: Change) -> Touched:
    ids = {kind: {int(one) for one in rows} for kind, rows in change.after.items()}
    return Touched(ids["themes"], ids["notes"], ids["sentences"])


def _restore(state: State, round: Round) -> None:
    """Write the rows back: themes first, as places and sentences lean on them."""
    gone = [int(one) for one, row in state["themes"].items() if row is None]
    there = {int(one): row for one, row in state["themes"].items() if row is not None}
    # A theme may point to another that is written later: pointers come last.
    for one, row in there.items():
        _write(Theme, one, {**row, "merged_into_id": None, "round_id": round.pk})
    for one, row in there.items():
        Theme.objects.filter(pk=one).update(merged_into_id=row["merged_into_id"])
    _restore_places(state["notes"])
    for key, sentence in state["sentences"].items():
        _restore_sentence(int(key), sentence)
    Theme.objects.filter(pk__in=gone).delete()


def _write(model: type[Theme] | type[Sentence], one: int, row: Row) -> None:
    if not model._default_manager.filter(pk=one).update(**row):
        model._default_manager.create(pk=one, **row)


def _restore_places(places: dict[str, Row | None]) -> None:
    ids = [int(one) for one in places]
    ThemeNote.objects.filter(note__in=ids).delete()
    rows = [ThemeNote(note_id=int(one), **row) for one, row in places.items() if row is not None]
    ThemeNote.objects.bulk_create(rows, batch_size=500)


def _restore_sentence(one: int, row: Row | None) -> None:
    if row is None:
        Sentence.objects.filter(pk=one).delete()
        return
    quotes = row["quotes"]
    beside = ("quotes", TOLD_IN)
    _write(Sentence, one, {name: value for name, value in row.items() if name not in beside})
    Quote.objects.filter(sentence=one).delete()
    Quote.objects.bulk_create([Quote(sentence_id=one, **quote) for quote in quotes])
    for told in VariantSentence.objects.filter(pk__in=row.get(TOLD_IN, [])):
        told.sources.add(one)
