"""Work for the worker process: it takes longer than a page may wait."""

from __future__ import annotations

from typing import Any

from aukio.apps.plan.cocreation.actions.grouping import group_proposals
from aukio.apps.plan.cocreation.models import Call
from aukio.shared.accounts.models import Person
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def group(progress: Progress, *, call_id: int, person_id: int | None = None) -> dict[str, Any]:
    """Propose themes for a call; what people have decided stays."""
    by = Person.objects.get(pk=person_id) if person_id else None
    call = Call.objects.get(pk=call_id)
    return group_proposals(by=by, call=call, report=progress).as_dict()
