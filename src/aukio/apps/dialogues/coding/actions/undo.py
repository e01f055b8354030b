"""Taking back the latest change to the frame; again takes back the one before it."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions._history import State, Touched, lock, state_of
from aukio.apps.dialogues.coding.models import Code, FrameChange, Given, Proposal, SettledCode
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def undo_frame(*, by: Person | None, round: Round) -> FrameChange:
    """Take back the latest change. Raises ``InputFault`` when what it touched is used since."""
    require("coding.edit_frame", by, round)
    lock(round)
    change = FrameChange.objects.filter(round=round, undone_at=None).first()
    if change is None:
        raise InputFault(_("There is nothing to undo."), mend=_("Carry on as you are."))
    if state_of(_touched(change)) != change.after:
        raise _overtaken()
    try:
        with transaction.atomic():
            _restore(change.before, round)
    except ProtectedError as error:
        raise _overtaken() from error
    change.undone_at, change.undone_by = timezone.now(), by
    change.save(update_fields=["undone_at", "undone_by"])
    detail = {"change": change.pk, "undone": change.verb}
    record(by=by, verb="coding.undo_change", target=round, detail=detail)
    return change


def _overtaken() -> InputFault:
    return InputFault(
        _("This change can no longer be undone: the codes it touched have been used since."),
        mend=_("Make the change you want by hand, such as merging the codes."),
    )


def _touched(change: FrameChange) -> Touched:
    ids = {kind: {int(one) for one in rows} for kind, rows in change.after.items()}
    return Touched(ids["codes"], ids["given"], ids["settled"])


def _restore(before: State, round: Round) -> None:
    """Write the rows back. A code that was not there goes, unless something rests on it."""
    gone = [int(one) for one, row in before["codes"].items() if row is None]
    for one, row in before["codes"].items():
        if row is not None:
            Code.objects.filter(pk=int(one)).update(**row)
    for model, kind in ((Given, "given"), (SettledCode, "settled")):
        for one, code in before[kind].items():
            model._default_manager.filter(pk=int(one)).update(code_id=code)
    Proposal.objects.filter(code__in=gone, decisions=None).delete()
    Code.objects.filter(pk__in=gone).update(parent=None)
    Code.objects.filter(pk__in=gone).delete()
