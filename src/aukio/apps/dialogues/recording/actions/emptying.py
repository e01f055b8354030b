"""Destroying drafts and added files some time after the summary was published."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.recording.models import Sheet
from aukio.apps.dialogues.recording.queries.files import files_of
from aukio.shared.audit.actions import record
from aukio.shared.files.actions import delete


def empty_sheets() -> int:
    """Texts and files of sheets whose round was published long enough ago; returns how many."""
    days = timedelta(days=settings.ORIGINALS_KEPT_DAYS)
    due = Publication.objects.filter(version=1, published_at__lte=timezone.now() - days)
    full = Sheet.objects.filter(emptied_at=None, dialogue__round__in=due.values("round"))
    count = 0
    for sheet in full:
        with transaction.atomic():
            files = list(files_of(sheet))
            for stored in files:
                delete(stored=stored)
            entries, _each = sheet.entries.all().delete()
            sheet.emptied_at = timezone.now()
            sheet.save(update_fields=["emptied_at"])
            detail = {"entries": entries, "files": len(files)}
            record(by=None, verb="recording.empty_sheet", target=sheet, detail=detail)
        count += 1
    return count
