"""The page of one job: how far it is, what went wrong, where to go on."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import allowed
from aukio.shared.jobs.models import Job, Status


def find_job(job_id: uuid.UUID) -> Job:
    return get_object_or_404(Job, pk=job_id)


@allowed("jobs.view_job", find=find_job)
@require_safe
@never_cache
def job_page(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """The whole page, or only its moving part when htmx asks."""
    job = find_job(job_id)
    template = "jobs/_progress.html" if request.headers.get("HX-Request") else "jobs/job.html"
    told = job.message or job.get_status_display()
    title = _("The work did not succeed") if job.status == Status.FAILED else _("The work goes on")
    if job.status == Status.DONE:
        title = _("The work is done")
    return render(request, template, {"job": job, "told": told, "title": title})


@allowed("jobs.view_job", find=find_job)
@require_safe
@never_cache
def job_status(request: HttpRequest, job_id: uuid.UUID) -> JsonResponse:
    """The same for machines."""
    job = find_job(job_id)
    return JsonResponse(
        {
            "id": str(job.pk),
            "status": job.status,
            "done": job.done,
            "total": job.total,
            "message": job.message,
            "fault": job.fault,
            "next": job.next_url,
        }
    )
