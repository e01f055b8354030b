"""Every change to reviews: one function, one transaction, one audit event."""

from aukio.apps.dialogues.checking.actions.answering import answer
from aukio.apps.dialogues.checking.actions.asking import ask_again, ask_organisers
from aukio.apps.dialogues.checking.actions.remarking import Said, say
from aukio.apps.dialogues.checking.actions.reminding import forget_addresses, send_reminders

__all__ = [
    "Said",
    "answer",
    "ask_again",
    "ask_organisers",
    "forget_addresses",
    "say",
    "send_reminders",
]
