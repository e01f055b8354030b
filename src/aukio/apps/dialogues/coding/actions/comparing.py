"""Two coders compared: opening the codes to each other, and settling where they differ."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions._checks import reason as checked_reason
from aukio.apps.dialogues.coding.actions._history import lock
from aukio.apps.dialogues.coding.models import Opening, Settled, SettledCode
from aukio.apps.dialogues.coding.standing import is_open, roots_of, standing
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Note, Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def open_comparison(*, by: Person | None, round: Round, opened: bool) -> Opening | None:
    """Show everyone's codes to all of the core group, or hide them again."""
    require("coding.open_comparison", by, round)
    lock(round)
    if is_open(round) is opened:
        return None
    made = Opening.objects.create(round=round, is_open=opened, by=by)
    record(by=by, verb="coding.open_comparison", target=round, detail={"open": opened})
    return made


@transaction.atomic
def settle(
    *, by: Person, note: Note, codes: Iterable[int], reason: str, seen: int | None = None
) -> Settled:
    """Say which codes go on with the note, and why. Coders' own codes stay as they gave them.

    ``seen`` is the settlement the person looked at (0 for none): another's newer one is told.
    """
    require("coding.settle", by, note)
    round = note.record.dialogue.round
    lock(round)
    found = standing(round, [note.pk])
    if not found.is_known_to(by, note.pk) or len(found.given.get(note.pk, {})) < 2:
        raise InputFault(
            _("The note cannot be settled yet."),
            mend=_("Settle it when two have coded it and you may see both."),
        )
    newest = Settled.objects.filter(note=note).values_list("pk", flat=True).first() or 0
    if seen is not None and seen != newest:
        raise InputFault(
            _("Somebody else settled the note meanwhile."),
            mend=_("Look at what they settled. You can settle it anew, with a reason."),
        )
    roots = roots_of(round)
    wanted = {roots[one] for one in codes if one in roots}
    made = Settled.objects.create(note=note, by=by, reason=checked_reason(reason))
    SettledCode.objects.bulk_create(
        SettledCode(settled=made, code_id=one) for one in sorted(wanted)
    )
    detail = {"note": note.pk, "codes": sorted(wanted)}
    record(by=by, verb="coding.settle", target=round, detail=detail)
    return made
