"""Every change to calls, proposals, themes and responses."""

from aukio.apps.plan.cocreation.actions.calls import Asked, change_call, prepare_call, show_call
from aukio.apps.plan.cocreation.actions.checking import publish_proposal, refuse_proposal
from aukio.apps.plan.cocreation.actions.contacts import forget_old
from aukio.apps.plan.cocreation.actions.proposals import (
    Sent,
    Words,
    correct_proposal,
    forget_contact,
    propose,
    withdraw_proposal,
)
from aukio.apps.plan.cocreation.actions.responding import Answer, publish_outcome, respond
from aukio.apps.plan.cocreation.actions.themes import (
    accept_theme,
    create_theme,
    merge_themes,
    move_proposals,
    rename_theme,
)
from aukio.apps.plan.cocreation.actions.undo import undo

__all__ = [
    "Answer",
    "Asked",
    "Sent",
    "Words",
    "accept_theme",
    "change_call",
    "correct_proposal",
    "create_theme",
    "forget_contact",
    "forget_old",
    "merge_themes",
    "move_proposals",
    "prepare_call",
    "propose",
    "publish_outcome",
    "publish_proposal",
    "refuse_proposal",
    "rename_theme",
    "respond",
    "show_call",
    "undo",
    "withdraw_proposal",
]
