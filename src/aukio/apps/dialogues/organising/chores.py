"""What the worker does by itself."""

from __future__ import annotations

from aukio.apps.dialogues.organising.actions import contacts, reminding, timetable
from aukio.shared.jobs import chores

HOUR = 3600


def register() -> None:
    """Called once, when the house starts."""
    chores.register("organising.remind-participants", reminding.remind_participants, every=HOUR)
    chores.register("organising.remind-organisers", reminding.remind_organisers, every=HOUR)
    chores.register("organising.forget-needs", reminding.forget_needs, every=HOUR)
    chores.register("organising.forget-sign-ups", reminding.forget_sign_ups, every=HOUR)
    chores.register("organising.timetable", timetable.remind_responsible, every=HOUR)
    chores.register("organising.forget-contacts", contacts.forget_contacts, every=24 * HOUR)
