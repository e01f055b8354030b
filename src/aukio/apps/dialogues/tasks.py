"""Work for the worker process: it takes longer than a page may wait."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.drafting import draft_round
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import Person
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def draft(progress: Progress, *, round_id: int, person_id: int | None = None) -> dict[str, Any]:
    """Propose themes and quotes for a round; again with the same notes changes nothing."""
    by = Person.objects.get(pk=person_id) if person_id else None
    round = Round.objects.get(pk=round_id)
    return draft_round(by=by, round=round, report=progress).as_dict()
