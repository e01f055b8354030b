"""Trainings for facilitators and scribes; sign-up is the same as to dialogues."""

from __future__ import annotations

from datetime import date, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions._checks import fitting, needed
from aukio.apps.dialogues.organising.models import MOST_PLACES, Gathering, Training
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault


@transaction.atomic
def plan_training(
    *,
    by: Person | None,
    round: Round | None,
    title: str,
    day: date,
    begins: time,
    places: int,
    language: str = "fi",
    ends: time | None = None,
    text: str = "",
    place: str = "",
    online_address: str = "",
    is_sample: bool = False,
) -> Training:
    """Announce a training with places. Raises ``Fault``."""
    require("organising.run_cockpit", by, round)
    if not 1 <= places <= MOST_PLACES:
        raise Fault(_("The number of places cannot be right."))
    if language not in dict(LANGUAGES):
        raise Fault(_("Choose the language from the list."))
    made = Training.objects.create(
        round=round,
        gathering=Gathering.objects.create(places=places, day=day),
        title=needed(title, pgettext("training", "Title"), 200),
        text=fitting(text, pgettext("training", "Text"), 2000),
        language=language,
        begins=begins,
        ends=ends,
        place=fitting(place, pgettext("training", "Place"), 200),
        online_address=online_address.strip(),
        is_sample=is_sample or bool(round and round.is_sample),
    )
    record(by=by, verb="organising.plan_training", target=made, detail={"day": day.isoformat()})
    return made


@transaction.atomic
def count_attended(*, by: Person | None, training: Training, attended: int) -> Training:
    """Tell afterwards how many were trained."""
    require("organising.run_cockpit", by, training)
    if training.gathering.day > timezone.localdate():
        raise Fault(_("The training has not been held yet."))
    if not 0 <= attended <= 10_000:
        raise Fault(_("A number of people cannot be right."))
    training.attended = attended
    training.save(update_fields=["attended", "changed_at"])
    detail = {"attended": attended}
    record(by=by, verb="organising.count_attended", target=training, detail=detail)
    return training
