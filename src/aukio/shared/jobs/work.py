"""Turns a function into a task that keeps its job's record: running, done, or what went wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks.base import Task

from aukio.shared.jobs.models import Job, Status
from aukio.shared.jobs.progress import Progress

log = logging.getLogger(__name__)
Work = Callable[..., dict[str, Any] | None]


def job_task(function: Work) -> Task[Any, Any]:
    """Decorate ``function(progress, **arguments) -> result or None``.

    The result is kept on the job as JSON. An exception with ``what``, ``where`` and ``mend``
    is shown to the person as it is; any other is logged and told in general words.
    """

    @wraps(function)
    def run(job_id: str, **arguments: Any) -> None:
        job = Job.objects.select_related("started_by").get(pk=job_id)
        if not job.is_open:  # already finished by an earlier attempt
            return
        Job.objects.filter(pk=job.pk).update(
            status=Status.RUNNING, started=timezone.now(), attempts=job.attempts + 1
        )
        with translation.override(
            job.started_by.language if job.started_by else settings.LANGUAGE_CODE
        ):
            try:
                result = function(Progress(job), **arguments)
            except Exception as error:
                _finish(job, Status.FAILED, fault=_told(error))
                raise
        _finish(job, Status.DONE, result=result or {})

    return task()(run)


def _finish(job: Job, status: Status, **fields: Any) -> None:
    Job.objects.filter(pk=job.pk).update(status=status, finished=timezone.now(), **fields)


def _told(error: Exception) -> dict[str, str]:
    if hasattr(error, "what"):
        return {name: str(getattr(error, name, "")) for name in ("what", "where", "mend")}
    log.exception("A job failed")
    return {
        "what": _("The work stopped because of a fault in the service."),
        "where": "",
        "mend": _("Nothing was changed. Try again; if it happens again, tell us."),
    }
