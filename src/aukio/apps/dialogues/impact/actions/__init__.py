"""Every change to briefs, questions, answers and followers is one function here."""

from aukio.apps.dialogues.impact.actions.briefs import (
    accept_point,
    add_point,
    draft_brief,
    drop_point,
    edit_ask,
    edit_point,
    move_point,
    publish_brief,
)
from aukio.apps.dialogues.impact.actions.changing import move_due, withdraw
from aukio.apps.dialogues.impact.actions.ledger import (
    Addressee,
    Words,
    ask_owner,
    change_contact,
    write_entry,
)
from aukio.apps.dialogues.impact.actions.reading import count_opening

__all__ = [
    "Addressee",
    "Words",
    "accept_point",
    "add_point",
    "ask_owner",
    "change_contact",
    "count_opening",
    "draft_brief",
    "drop_point",
    "edit_ask",
    "edit_point",
    "move_due",
    "move_point",
    "publish_brief",
    "withdraw",
    "write_entry",
]
