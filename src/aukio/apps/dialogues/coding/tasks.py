"""Work for the worker process: it takes longer than a page may wait."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.coding.actions.proposals import keep_proposals
from aukio.apps.dialogues.coding.machine import input_of, propose
from aukio.apps.dialogues.coding.models import Run
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import Person
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def propose_codes(
    progress: Progress, *, round_id: int, person_id: int | None = None
) -> dict[str, Any]:
    """Propose codes from what people coded; again with the same codings changes nothing.

    The database is read first and written last, so that it is free meanwhile.
    """
    by = Person.objects.get(pk=person_id) if person_id else None
    round = Round.objects.get(pk=round_id)
    given = input_of(round)
    latest = Run.objects.filter(round=round).first()
    if latest is not None and latest.digest == given.digest:
        return {"coded": latest.coded, "proposals": latest.proposals.count(), "new": False}
    run = keep_proposals(by=by, round=round, given=given, found=propose(given, progress))
    return {"coded": run.coded, "proposals": run.proposals.count(), "new": True}
