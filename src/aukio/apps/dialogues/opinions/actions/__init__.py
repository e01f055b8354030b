"""Every change to opinion maps."""

from aukio.apps.dialogues.opinions.actions.conversations import (
    close,
    create_conversation,
    open_for_votes,
    show_results,
)
from aukio.apps.dialogues.opinions.actions.importing import import_conversation
from aukio.apps.dialogues.opinions.actions.proposing import propose, take_proposals
from aukio.apps.dialogues.opinions.actions.results import keep_found, start_computing
from aukio.apps.dialogues.opinions.actions.statements import (
    add_statement,
    decide_statement,
    take_sentences,
)
from aukio.apps.dialogues.opinions.actions.voting import cast, forget_votes, join, withdraw

__all__ = [
    "add_statement",
    "cast",
    "close",
    "create_conversation",
    "decide_statement",
    "forget_votes",
    "import_conversation",
    "join",
    "keep_found",
    "open_for_votes",
    "propose",
    "show_results",
    "start_computing",
    "take_proposals",
    "take_sentences",
    "withdraw",
]
