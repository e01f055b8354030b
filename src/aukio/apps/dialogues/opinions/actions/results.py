"""Having the map computed by the worker, and keeping what was found."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions.models import Conversation, Found
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.jobs.actions import start
from aukio.shared.jobs.models import Job

KIND = "opinions.map"


@transaction.atomic
def start_computing(*, by: Person | None, conversation: Conversation) -> Job:
    """Put the work in the queue; asking again while it goes on gives the same work."""
    from aukio.apps.dialogues.opinions import tasks

    require("opinions.run_conversation", by, conversation)
    if conversation.votes_deleted_at:
        raise InputFault(_("The votes have been deleted."), mend=_("What was found earlier stays."))
    job = start(
        by=by,
        kind=KIND,
        task=tasks.compute,
        arguments={"conversation_id": conversation.pk, "person_id": by.pk if by else None},
        key=f"{KIND}:{conversation.pk}",
        next_url=reverse("opinions:manage", args=[conversation.pk]),
    )
    record(by=by, verb="opinions.start_computing", target=conversation)
    return job


@transaction.atomic
def keep_found(*, by: Person | None, conversation: Conversation, content: dict[str, Any]) -> Found:
    """Replace what was found before. If it is shown, the new figures are shown."""
    require("opinions.run_conversation", by, conversation)
    found, _made = Found.objects.update_or_create(
        conversation=conversation, defaults={"content": content}
    )
    record(by=by, verb="opinions.keep_found", target=conversation)
    return found
