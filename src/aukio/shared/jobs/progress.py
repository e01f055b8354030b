"""How a job tells where it is."""

from __future__ import annotations

import time
import uuid

from aukio.shared.jobs.models import Job, Status


class Progress:
    """Call it with ``(done, total, message)`` as often as you like: it writes twice a second.

    Call it outside a transaction: inside one nobody would see it before the end, and the
    write lock would be held meanwhile.
    """

    def __init__(self, job: Job | uuid.UUID | str, *, every: float = 0.5) -> None:
        self._id = job.pk if isinstance(job, Job) else job
        self._every = every
        self._last = 0.0
        self._message = ""

    def __call__(self, done: int, total: int, message: str = "") -> None:
        now = time.monotonic()
        news = message not in ("", self._message)
        if not news and done < total and now - self._last < self._every:
            return
        self._last = now
        self._message = message or self._message
        Job.objects.filter(pk=self._id, status=Status.RUNNING).update(
            done=done, total=total, message=self._message[:200]
        )
