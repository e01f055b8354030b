"""When a record gets a newer version, codings follow the words that stayed the same."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction
from django.db.models import Q, QuerySet

from aukio.apps.dialogues.coding.actions._history import lock
from aukio.apps.dialogues.coding.models import Coding, Settled, Step
from aukio.apps.dialogues.models import Note, Round
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


def left_behind(round: Round) -> QuerySet[Note]:
    """Notes with codings whose record has a newer version in use."""
    coded = Q(codings__isnull=False) | Q(settled__isnull=False)
    newer = used(round).values("record__dialogue")
    return Note.objects.filter(
        coded, record__superseded=True, record__dialogue__round=round, record__dialogue__in=newer
    ).distinct()


@transaction.atomic
def carry_codings(*, by: Person, round: Round) -> int:
    """Move codings to the notes of newer versions with the same words; how many notes."""
    require("coding.see_desk", by, round)
    lock(round)
    waiting: dict[tuple[int, str], list[int]] = defaultdict(list)
    free = used(round).filter(codings=None, settled=None).order_by("-pk")
    for pk, dialogue, text in free.values_list("pk", "record__dialogue", "text"):
        waiting[dialogue, text].append(pk)
    moved = {}
    for old in left_behind(round).select_related("record").order_by("-record__version", "pk"):
        same = waiting[old.record.dialogue_id, old.text]
        if same:
            moved[old.pk] = same.pop()
    for old_pk, new in moved.items():
        for model in (Coding, Settled, Step):
            model._default_manager.filter(note=old_pk).update(note=new)
    if moved:
        detail = {"notes": len(moved)}
        record(by=by, verb="coding.carry_codings", target=round, detail=detail)
    return len(moved)
