"""Work for the worker process."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from aukio.apps.dialogues.opinions.actions.results import keep_found
from aukio.apps.dialogues.opinions.models import Conversation
from aukio.shared.accounts.models import Person
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def compute(
    progress: Progress, *, conversation_id: int, person_id: int | None = None
) -> dict[str, Any]:
    """Make the map of a conversation's votes and keep what may be shown of it."""
    from aukio.apps.dialogues.opinions.summing_up import sum_up

    by = Person.objects.get(pk=person_id) if person_id else None
    conversation = Conversation.objects.get(pk=conversation_id)

    def tell(done: int, total: int) -> None:
        progress(done, total, _("Finding the groups again among a part of the voters"))

    content = sum_up(conversation, tell=tell)
    keep_found(by=by, conversation=conversation, content=content)
    return {"voters": content["voters"], "groups": len(content["groups"])}
