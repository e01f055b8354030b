"""What the dialogues room's other wings, and other rooms, may use of this one."""

from aukio.apps.dialogues.impact.actions.following import follow, follow_confirmed
from aukio.apps.dialogues.impact.queries.ledger import Asked, Share, of_round, share_of

__all__ = ["Asked", "Share", "follow", "follow_confirmed", "of_round", "share_of"]
