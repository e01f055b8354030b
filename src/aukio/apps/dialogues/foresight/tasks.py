"""Work for the worker process: reading meanings takes longer than a page may wait."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from aukio.apps.dialogues.foresight.actions import propose_links
from aukio.apps.dialogues.foresight.likeness import likely_pairs
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.shared.accounts.models import Person
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def find_links(progress: Progress, *, person_id: int | None = None) -> dict[str, Any]:
    """Propose which themes of different rounds may be the same matter."""
    from aukio.engines.text import embed

    by = Person.objects.get(pk=person_id) if person_id else None

    def read(texts: list[str]) -> Any:
        return embed(texts, progress=lambda done, of: progress(done, of, _("Reading the themes")))

    return {"waiting": propose_links(by=by, pairs=likely_pairs(voices(), read))}
