"""Every change a scribe, an organiser or the core group makes to records being written."""

from aukio.apps.dialogues.recording.actions.adding import add_file
from aukio.apps.dialogues.recording.actions.forms import save_form
from aukio.apps.dialogues.recording.actions.lines import set_lines, split_line
from aukio.apps.dialogues.recording.actions.scribes import Invited, invite, take_back
from aukio.apps.dialogues.recording.actions.sending import assemble, correct, has_begun, send
from aukio.apps.dialogues.recording.actions.writing import (
    Saved,
    Writer,
    begin,
    save_text,
    set_facts,
    settle,
)

__all__ = [
    "Invited",
    "Saved",
    "Writer",
    "add_file",
    "assemble",
    "begin",
    "correct",
    "has_begun",
    "invite",
    "save_form",
    "save_text",
    "send",
    "set_facts",
    "set_lines",
    "settle",
    "split_line",
    "take_back",
]
