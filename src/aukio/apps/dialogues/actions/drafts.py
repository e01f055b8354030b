"""Asking the machine for proposals."""

from __future__ import annotations

from django.db import transaction

from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.jobs.actions import start
from aukio.shared.jobs.models import Job


@transaction.atomic
def start_draft(*, by: Person | None, round: Round, next_url: str = "") -> Job:
    """Have the worker propose themes and quotes. While it does, the same job is returned."""
    from aukio.apps.dialogues.tasks import draft  # it imports these actions

    require("dialogues.edit_themes", by, round)
    job = start(
        by=by,
        kind="dialogues.draft",
        task=draft,
        arguments={"round_id": round.pk, "person_id": by.pk if by else None},
        key=f"dialogues.draft:{round.pk}",
        next_url=next_url,
    )
    record(by=by, verb="dialogues.start_draft", target=round, detail={"job": str(job.pk)})
    return job
