"""What an organiser has: own organisations, own dialogues, rounds one may still join."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from aukio.apps.dialogues.models import Dialogue, Record, Round, RoundStatus
from aukio.apps.dialogues.queries.records import DialogueRow, dialogues_for
from aukio.apps.dialogues.rules import ORGANISER
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import organisations_where

OPEN = (RoundStatus.OPEN, RoundStatus.COLLECTING)


def organisations_of(
    person: Any, *, everyone: bool = False, among: Round | None = None
) -> QuerySet[Organisation]:
    """Organisations for which this person organises dialogues; with ``everyone``, all.

    An invented organisation is offered only for an invented round.
    """
    found = Organisation.objects.order_by("name_fi", "pk")
    if not everyone:
        own = organisations_where(person, ORGANISER.room, ORGANISER.code)
        return found.filter(pk__in=own)
    if among is not None and not among.is_sample:
        return found.filter(is_sample=False)
    return found


def own_dialogues(person: Any) -> list[DialogueRow]:
    """Dialogues of the person's own organisations, newest first."""
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    rows = [row for row in dialogues_for(person) if row.dialogue.organiser_id in own]
    return sorted(rows, key=lambda row: -row.dialogue.pk)


def rounds_to_join() -> QuerySet[Round]:
    """Rounds that still take dialogues."""
    return Round.objects.filter(status__in=OPEN).order_by("-year", "season")


def waiting_for_record(person: Any) -> QuerySet[Dialogue]:
    """Own dialogues that have been held but whose record has not come in; one query."""
    own = organisations_where(person, ORGANISER.room, ORGANISER.code)
    records = Record.objects.filter(dialogue=OuterRef("pk"))
    held = Q(date=None) | Q(date__lte=timezone.localdate())
    found = Dialogue.objects.filter(held, organiser__in=own).exclude(Exists(records))
    return found.exclude(round__status=RoundStatus.PUBLISHED).order_by("date", "pk")
