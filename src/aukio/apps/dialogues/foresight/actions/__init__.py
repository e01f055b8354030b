"""Everything that changes data in the wing."""

from aukio.apps.dialogues.foresight.actions.counting import count_taken
from aukio.apps.dialogues.foresight.actions.linking import (
    decide,
    link_by_hand,
    propose_links,
    undo,
)
from aukio.apps.dialogues.foresight.actions.spreading import fill_missing, keep_spread

__all__ = [
    "count_taken",
    "decide",
    "fill_missing",
    "keep_spread",
    "link_by_hand",
    "propose_links",
    "undo",
]
