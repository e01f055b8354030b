"""What the wing shows on the room's pages, and the tasks it gives to people."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.models import Gate, Record, Round
from aukio.apps.dialogues.queries.pages.own import own_dialogues
from aukio.apps.dialogues.recording.models import Sheet, SheetState
from aukio.apps.dialogues.rules import ORGANISER, is_core_group, is_organiser
from aukio.shared.organisations.public_rules import organisations_where
from aukio.ui import my_work

ROOM = pgettext_lazy("room", "Dialogues")


def register() -> None:
    """Called once, when the house starts."""
    wings.add("own", 30, "recording/parts/own.html", on_own)
    wings.add("record", 30, "recording/parts/record.html", on_record)
    wings.add("desk", 30, "recording/parts/desk.html", on_desk)
    my_work.register(tasks)


def on_own(request: HttpRequest, _what: None) -> dict[str, Any] | None:
    """Each own dialogue: writing the record, scribes, who took part, looking through."""
    dialogues = [row.dialogue for row in own_dialogues(request.user)]
    if not dialogues:
        return None
    states = dict(Sheet.objects.filter(dialogue__in=dialogues).values_list("dialogue", "state"))
    held = dict(_held(dialogues).values_list("dialogue", "pk"))
    rows = [
        {
            "dialogue": one,
            "is_sent": states.get(one.pk) == SheetState.SENT,
            "is_begun": one.pk in states,
            "held": held.get(one.pk),
        }
        for one in dialogues
    ]
    return {"rows": rows}


def on_record(request: HttpRequest, record: Record) -> dict[str, Any] | None:
    """Where the record is with the privacy gate, for those who decide."""
    own = is_organiser(request.user, record)
    decides = own or (record.gate == Gate.OWN and is_core_group(request.user))
    counts = record.findings.aggregate(
        waiting=Count("pk", filter=Q(decision="")), hidden=Count("pk", filter=Q(masked=True))
    )
    return {"record": record, "decides": decides, **counts}


def on_desk(_request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """The round's form, and how many records are still with their organisers."""
    records = Record.objects.filter(dialogue__round=round, superseded=False)
    held = records.filter(gate=Gate.HELD).count()
    waiting = records.filter(gate=Gate.OWN, findings__decision="").distinct()
    writing = Sheet.objects.filter(dialogue__round=round, state=SheetState.WRITING).count()
    return {
        "round": round,
        "held": held,
        "writing": writing,
        "waiting": waiting.select_related("dialogue").defer("text")[:20],
    }


def tasks(person: Any) -> list[my_work.Task]:
    """Records to look through before anyone else reads them; one query."""
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    if not own:
        return []
    found = Record.objects.filter(
        gate=Gate.HELD, superseded=False, dialogue__organiser__in=own
    ).select_related("dialogue")
    return [
        my_work.Task(
            _("Look through the record of “%(dialogue)s”") % {"dialogue": one.dialogue.title},
            reverse("recording:gate", args=[one.pk]),
            room=ROOM,
        )
        for one in found.defer("text")
    ]


def _held(dialogues: list[Any]) -> Any:
    return Record.objects.filter(dialogue__in=dialogues, gate=Gate.HELD, superseded=False)
