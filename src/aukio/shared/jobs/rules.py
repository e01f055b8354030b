"""Whoever started a job may look at it."""

from __future__ import annotations

from typing import Any

import rules

from aukio.shared.jobs.models import Job


def started_it(person: Any, job: Job | None) -> bool:
    """Nobody else: a job's message may tell of things that are not public."""
    return bool(job and job.started_by_id and job.started_by_id == person.pk)


rules.add_rule("jobs.view_job", rules.predicate(started_it))
