"""The room on pages of the whole house: main menu, front page, my work."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.queries.pages import rounds as queries
from aukio.apps.dialogues.queries.pages.own import waiting_for_record
from aukio.apps.dialogues.queries.pages.steps import StepState, counts, states
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._ways import title_of
from aukio.ui import front, my_work, navigation

ON_FRONT = 3
ROOM = pgettext_lazy("room", "Dialogues")
STEPS = {
    "dialogues": pgettext_lazy("task", "Register the dialogues of “%(round)s”"),
    "records": pgettext_lazy("task", "Collect the records of “%(round)s”"),
    "themes": pgettext_lazy("task", "Find the themes of “%(round)s”"),
    "summary": pgettext_lazy("task", "Write the summary of “%(round)s”"),
    "publish": pgettext_lazy("task", "Publish the summary of “%(round)s”"),
}


def register() -> None:
    """Called once, when the house starts."""
    navigation.register(20, ROOM, "dialogues:rounds")
    front.register_section(10, "dialogues/front.html", going_on)
    my_work.register(tasks)


def going_on(request: HttpRequest) -> dict[str, Any] | None:
    """The newest rounds; nothing when there are none."""
    lines = queries.newest(ON_FRONT)
    return {"lines": lines} if lines else None


def tasks(person: Any) -> list[my_work.Task]:
    """The next step of each unfinished round, and own records that have not come in."""
    found = [
        my_work.Task(
            _("Send the record of “%(dialogue)s”") % {"dialogue": held.title},
            reverse("dialogues:record-add", args=[held.pk]),
            room=ROOM,
        )
        for held in waiting_for_record(person)
    ]
    if is_core_group(person):
        unfinished = Round.objects.exclude(status=RoundStatus.PUBLISHED).order_by("-year")
        found += [_next_step(round) for round in unfinished]
    return found


def _next_step(round: Round) -> my_work.Task:
    steps = states(counts(round))
    step = next((name for name, state in steps.items() if state is StepState.NEXT), "publish")
    words = str(STEPS[step]) % {"round": title_of(round).text}
    return my_work.Task(words, reverse("dialogues:desk", args=[round.slug]), room=ROOM)
