"""What the dialogues room's other wings may use of this one."""

from __future__ import annotations

from collections.abc import Iterable

from aukio.apps.dialogues.organising.models import Announcement

__all__ = ["contact_addresses"]


def contact_addresses(dialogues: Iterable[int]) -> dict[int, str]:
    """By dialogue, the address its organiser gave when registering it. One query."""
    rows = Announcement.objects.filter(dialogue__in=list(dialogues)).exclude(contact_email="")
    return dict(rows.values_list("dialogue", "contact_email"))
