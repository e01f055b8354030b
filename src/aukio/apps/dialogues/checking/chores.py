"""What the worker does by itself."""

from __future__ import annotations

from aukio.apps.dialogues.checking.actions.reminding import forget_addresses, send_reminders
from aukio.shared.jobs import chores

HOUR = 3600


def register() -> None:
    """Called once, when the house starts."""
    chores.register("checking.remind", send_reminders, every=HOUR)
    chores.register("checking.forget", forget_addresses, every=24 * HOUR)
