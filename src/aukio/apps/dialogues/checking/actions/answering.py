"""The editor's answer to a remark: taken into account, or not, and why."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.checking import letters
from aukio.apps.dialogues.checking.models import Outcome, Remark, Review, Verdict
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault


@transaction.atomic
def answer(*, by: Person | None, remark: Remark, outcome: str, text: str = "") -> Remark:
    """Answer a remark; the organiser is told when the last one has its answer.

    An answer can be changed. Raises ``Fault``.
    """
    require("checking.answer", by, remark)
    if outcome not in Outcome.values:
        raise Fault(_("Choose what came of the remark."))
    if outcome == Outcome.KEPT and not text.strip():
        raise Fault(
            _("The organiser is not told why the text stays."),
            mend=_("Give the reason in a sentence."),
        )
    list(Review.objects.select_for_update().filter(pk=remark.review_id).values_list("pk"))
    was_open = _open(remark)
    remark.outcome, remark.answer = outcome, text.strip()[:2000]
    remark.answered_at, remark.answered_by = timezone.now(), by
    remark.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
    if was_open and not _open(remark):
        letters.answered(remark.review)
    record(by=by, verb="checking.answer", target=remark, detail={"outcome": outcome})
    return remark


def _open(remark: Remark) -> bool:
    waiting = Remark.objects.filter(review=remark.review_id, verdict=Verdict.UNFAIR, outcome="")
    return waiting.exists()
