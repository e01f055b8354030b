"""Every change at the coding desk: one function, one transaction, one audit event."""

from aukio.apps.dialogues.coding.actions._checks import Words, mark_of
from aukio.apps.dialogues.coding.actions.bringing import Line, copy_frame, import_frame
from aukio.apps.dialogues.coding.actions.carrying import carry_codings
from aukio.apps.dialogues.coding.actions.coding import code_note, undo_step
from aukio.apps.dialogues.coding.actions.comparing import open_comparison, settle
from aukio.apps.dialogues.coding.actions.frame import (
    add_code,
    edit_code,
    merge_codes,
    move_code,
    order_code,
    restore_code,
    retire_code,
    split_code,
)
from aukio.apps.dialogues.coding.actions.proposals import (
    decide,
    keep_proposals,
    renew_if_due,
    start_proposing,
)
from aukio.apps.dialogues.coding.actions.themes import theme_from_code
from aukio.apps.dialogues.coding.actions.undo import undo_frame

__all__ = [
    "Line",
    "Words",
    "add_code",
    "carry_codings",
    "code_note",
    "copy_frame",
    "decide",
    "edit_code",
    "import_frame",
    "keep_proposals",
    "mark_of",
    "merge_codes",
    "move_code",
    "open_comparison",
    "order_code",
    "renew_if_due",
    "restore_code",
    "retire_code",
    "settle",
    "split_code",
    "start_proposing",
    "theme_from_code",
    "undo_frame",
    "undo_step",
]
