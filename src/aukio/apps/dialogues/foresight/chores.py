"""What happens by itself: keeping who spoke of what when a summary is published."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.foresight.actions.spreading import fill_missing, keep_spread
from aukio.apps.dialogues.models import Publication
from aukio.shared.jobs import chores


def register() -> None:
    """Called once, when the house starts."""
    chores.register("foresight.spread", fill_missing, every=3600)


def published(instance: Publication, created: bool, raw: bool = False, **_rest: Any) -> None:
    """A summary was published; a restored copy brings its own spread along."""
    if created and not raw:
        keep_spread(instance)
