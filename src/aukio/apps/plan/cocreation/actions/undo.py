"""Taking back the latest change to a call's themes."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.plan.cocreation.actions._checks import locked
from aukio.apps.plan.cocreation.actions._history import State, Touched, state_of
from aukio.apps.plan.cocreation.models import Call, Change, Placement, Theme
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault


@transaction.atomic
def undo(*, by: Person | None, call: Call) -> Change:
    """Take back the latest change; again takes back the one before it.

    Raises ``Fault`` when there is none, or when what it touched has changed since, such as
    by a proposal's withdrawal.
    """
    require("cocreation.edit_themes", by, call)
    locked(call)
    change = Change.objects.filter(call=call, undone_at=None).order_by("-id").first()
    if change is None:
        raise Fault(_("There is nothing to undo."), mend=_("Carry on as you are."))
    ids = {kind: {int(one) for one in rows} for kind, rows in change.after.items()}
    if state_of(Touched(ids["themes"], ids["places"])) != change.after:
        raise _overtaken()
    try:
        with transaction.atomic():
            _restore(change.before, call)
    except (ProtectedError, IntegrityError) as error:
        raise _overtaken() from error
    change.undone_at = timezone.now()
    change.save(update_fields=["undone_at"])
    detail = {"change": change.pk, "undone": change.verb}
    record(by=by, verb="cocreation.undo_change", target=call, detail=detail)
    return change


def _overtaken() -> Fault:
    return Fault(
        _("This change can no longer be undone: what it touched has changed since."),
        mend=_("Make the change you want by hand."),
    )


def _restore(state: State, call: Call) -> None:
    """Write the rows back: themes first, as places lean on them; pointers among them last."""
    there = {int(one): row for one, row in state["themes"].items() if row is not None}
    for pk, row in there.items():
        values = {**row, "merged_into_id": None, "call_id": call.pk}
        if not Theme.objects.filter(pk=pk).update(**values):
            Theme.objects.create(pk=pk, **values)
    for pk, row in there.items():
        Theme.objects.filter(pk=pk).update(merged_into_id=row["merged_into_id"])
    Placement.objects.filter(proposal__in=[int(one) for one in state["places"]]).delete()
    Placement.objects.bulk_create(
        Placement(proposal_id=int(one), **row)
        for one, row in state["places"].items()
        if row is not None
    )
    gone = [int(one) for one, row in state["themes"].items() if row is None]
    Theme.objects.filter(pk__in=gone).delete()
