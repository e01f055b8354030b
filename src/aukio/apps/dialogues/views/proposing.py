"""Having the machine propose themes and quotes: long work, done by the worker."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from aukio.apps.dialogues import tasks
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed
from aukio.shared.jobs.actions import start

KIND = "dialogues.themes"


@allowed("dialogues.edit_themes", find=find_round)
@require_POST
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Start the work and go to its page, which leads back to the themes.

    While it goes on, asking again leads to the same work; the page of a job is its
    starter's, so somebody else comes back to the themes.
    """
    person = actor(request)
    round = find_round(slug)
    board = reverse("dialogues:themes", args=[slug])
    job = start(
        by=person,
        kind=KIND,
        task=tasks.draft,
        arguments={"round_id": round.pk, "person_id": person.pk},
        key=f"{KIND}:{round.pk}",
        next_url=board,
    )
    if job.started_by_id != person.pk:
        return redirect(board)
    return redirect("jobs:job", job_id=job.pk)
