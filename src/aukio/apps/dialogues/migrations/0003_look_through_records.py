"""Records that were there before the privacy gate are looked through once.

They were brought by the core group, so their words stay as they are; what is found is decided
before the next publication.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations


def look_through(apps: Any, _editor: Any) -> None:
    from aukio.engines.privacy import find

    finding = apps.get_model("dialogues", "Finding")
    records = apps.get_model("dialogues", "Record").objects.filter(findings=None)
    for pk, text in records.values_list("pk", "text").iterator(chunk_size=100):
        finding.objects.bulk_create(
            finding(record_id=pk, start=one.start, end=one.end, kind=one.kind, certain=one.certain)
            for one in find(text)
        )


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0002_privacy_gate")]
    operations = [migrations.RunPython(look_through, migrations.RunPython.noop)]
