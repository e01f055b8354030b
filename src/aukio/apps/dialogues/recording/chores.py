"""Small recurring work of the wing: hidden words and drafts go when their day comes."""

from __future__ import annotations

from aukio.apps.dialogues.actions.gate import destroy_originals
from aukio.apps.dialogues.recording.actions.emptying import empty_sheets
from aukio.shared.jobs import chores

HOUR = 3600


def register() -> None:
    chores.register("dialogues.destroy_originals", destroy_originals, every=HOUR)
    chores.register("recording.empty_sheets", empty_sheets, every=HOUR)
