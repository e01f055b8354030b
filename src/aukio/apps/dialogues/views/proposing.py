"""Having the machine propose themes and quotes: long work, done by the worker."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed


@allowed("dialogues.edit_themes", find=find_round)
@require_POST
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """Start the work and go to its page, which leads back to the themes."""
    from aukio.apps.dialogues import jobs

    round = find_round(slug)
    board = reverse("dialogues:themes", args=[slug])
    job = jobs.start_proposing(by=request.user, round=round, next_url=board)
    return redirect("jobs:job", job_id=job.pk)
