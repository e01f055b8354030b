"""Read receipts without readers: a count for a day."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from aukio.apps.dialogues.impact.models import Edition, Opening


@transaction.atomic
def count_opening(*, edition: Edition, by_owner: bool) -> None:
    """One more opening today; nothing is kept of who opened it, so there is nothing to audit."""
    row, _is_new = Opening.objects.get_or_create(
        edition=edition, day=timezone.localdate(), by_owner=by_owner
    )
    Opening.objects.filter(pk=row.pk).update(times=F("times") + 1)
