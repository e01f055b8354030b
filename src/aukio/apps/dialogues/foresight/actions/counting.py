"""Counting what is taken along: how many times a day, never by whom."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from aukio.apps.dialogues.foresight.models import Taken


@transaction.atomic
def count_taken(*, what: str, form: str, code: str = "", round: str = "") -> None:
    """One more file today; nothing is kept of who took it, so there is nothing to audit."""
    row, _is_new = Taken.objects.get_or_create(
        what=what, code=code, round=round, form=form, day=timezone.localdate()
    )
    Taken.objects.filter(pk=row.pk).update(times=F("times") + 1)
