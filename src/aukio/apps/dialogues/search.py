"""What the house's search finds here: published rounds, themes and sentences."""

from __future__ import annotations

from aukio.apps.dialogues.models import Round


def refresh_round(round: Round) -> None:
    """Make the round's published words findable as they are now."""
