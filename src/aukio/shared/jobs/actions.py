"""Starting a job, and taking over the work of a worker that died."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from aukio.shared.jobs.models import OPEN, Heartbeat, Job, Status

if TYPE_CHECKING:
    from aukio.shared.accounts.models import Person

SILENT_AFTER = timedelta(seconds=45)
MAX_ATTEMPTS = 3


@transaction.atomic
def start(
    *,
    by: Person | None,
    kind: str,
    task: Task[Any, Any],
    arguments: dict[str, Any] | None = None,
    key: str = "",
    next_url: str = "",
) -> Job:
    """Put a job in the queue, in the caller's transaction, and return it.

    ``task`` is a function made with :func:`aukio.shared.jobs.work.job_task`. When a job with
    the same non-empty ``key`` is still open, that job is returned instead of a second one.
    ``next_url`` is where the person goes on when the job is done.
    """
    if key:
        running = Job.objects.filter(key=key, status__in=OPEN).first()
        if running:
            return running
    job = Job.objects.create(kind=kind, key=key, started_by=by, next_url=next_url)
    task.enqueue(str(job.pk), **(arguments or {}))
    return job


@transaction.atomic
def reclaim(*, now: Any = None) -> int:
    """Give the tasks of silent workers back to the queue; returns how many.

    A task that has already been tried ``MAX_ATTEMPTS`` times is marked failed instead, so
    that work which kills its worker does not go round for ever.
    """
    now = now or timezone.now()
    alive = set(Heartbeat.objects.filter(seen__gt=now - SILENT_AFTER).values_list("pk", flat=True))
    count = 0
    for result in DBTaskResult.objects.select_for_update().filter(status=TaskResultStatus.RUNNING):
        if result.worker_ids and result.worker_ids[-1] in alive:
            continue
        _hand_back(result)
        count += 1
    Heartbeat.objects.filter(seen__lt=now - timedelta(days=1)).delete()
    return count


def _hand_back(result: DBTaskResult[Any, Any]) -> None:
    job_id = _job_id(result)
    job = Job.objects.filter(pk=job_id).first() if job_id else None
    if len(result.worker_ids) >= MAX_ATTEMPTS:
        result.set_failed(RuntimeError("The worker stopped while doing this, several times."))
        if job and job.is_open:
            job.status = Status.FAILED
            job.finished = timezone.now()
            job.save(update_fields=["status", "finished"])
        return
    result.status = TaskResultStatus.READY
    result.save(update_fields=["status"])
    if job and job.is_open:
        job.status = Status.WAITING
        job.done = 0
        job.save(update_fields=["status", "done"])


def _job_id(result: DBTaskResult[Any, Any]) -> str | None:
    args = result.args_kwargs.get("args") or [None]
    value = str(args[0])
    return value if len(value) == 36 else None
