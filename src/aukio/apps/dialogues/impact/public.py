"""What the dialogues room's other wings, and other rooms, may use of this one."""

from aukio.apps.dialogues.impact.actions.following import follow, follow_confirmed
from aukio.apps.dialogues.impact.queries.ledger import (
    Asked,
    Share,
    of_round,
    of_themes,
    share_of,
)
from aukio.apps.dialogues.impact.took_part import address_for

__all__ = [
    "Asked",
    "Share",
    "address_for",
    "follow",
    "follow_confirmed",
    "of_round",
    "of_themes",
    "share_of",
]
