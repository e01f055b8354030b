"""One person's own place."""

from __future__ import annotations

from django.utils.translation import pgettext

from aukio.apps.dialogues.organising.models import SignUp
from aukio.shared.i18n.times import long_date
from aukio.ui.components.tables import Row


def turn_of(signed: SignUp) -> int:
    """The turn on the waiting list, from one; 0 with a place. One query."""
    if signed.has_place:
        return 0
    before = SignUp.objects.filter(
        gathering=signed.gathering, has_place=False, number__lt=signed.number
    )
    return before.count() + 1


def place_facts(signed: SignUp) -> list[Row]:
    """What the person has signed up to; the online address and the contact with a place only."""
    gathering = signed.gathering
    told = getattr(gathering, "announcement", None)
    training = getattr(gathering, "training", None)
    source = told or training
    hours = f"{source.begins:%H.%M}" if source and source.begins else ""
    rows = [
        (pgettext("dialogue", "What"), told.dialogue.title if told else str(training or "")),
        (pgettext("dialogue", "When"), ", ".join(
            part for part in (long_date(gathering.day), hours) if part)),
        (pgettext("dialogue", "Where"), source.place if source else ""),
    ]  # fmt: skip
    if signed.has_place and source:
        rows.append((pgettext("dialogue", "Online"), source.online_address))
    if told:
        contact = f"{told.contact_name}, {told.contact_email}"
        rows.append((pgettext("dialogue", "Contact person"), contact))
    return [Row(key, value) for key, value in rows if value]
