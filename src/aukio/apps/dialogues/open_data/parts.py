"""What the wing shows on the room's own pages, and its command."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.models import Round


def register() -> None:
    """Called once, when the house starts."""
    wings.add("round", 90, "open_data/parts/on_round.html", on_round)
    wings.add_command("open-data", "aukio.apps.dialogues.open_data.command:open_data")


def on_round(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """The way to the data, once there is some."""
    return {"slug": round.slug} if round.publications.exists() else None
