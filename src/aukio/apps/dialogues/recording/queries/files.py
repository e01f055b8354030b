"""Files that were added to a record."""

from __future__ import annotations

from django.db.models import QuerySet

from aukio.apps.dialogues.recording.models import Sheet
from aukio.shared.files.models import StoredFile


def files_of(sheet: Sheet) -> QuerySet[StoredFile]:
    owned = StoredFile.objects.filter(owner_type=Sheet._meta.label_lower, owner_id=str(sheet.pk))
    return owned.order_by("pk")
