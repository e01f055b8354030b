"""What the worker does by itself."""

from __future__ import annotations

from aukio.apps.dialogues.opinions.actions.voting import forget_votes
from aukio.shared.jobs import chores

HOUR = 3600


def register() -> None:
    """Called once, when the house starts."""
    chores.register("opinions.forget-votes", forget_votes, every=HOUR)
