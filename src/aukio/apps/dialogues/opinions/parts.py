"""What opinion maps show on the room's own pages: nothing before one is opened."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions import queries
from aukio.apps.dialogues.rules import is_core_group


def register() -> None:
    """Called once, when the house starts."""
    wings.add("round", 80, "opinions/parts/on_round.html", on_round)
    wings.add("desk", 80, "opinions/parts/on_desk.html", on_desk)


def on_round(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """Conversations one can vote in, or whose results are shown."""
    found = queries.public_of(round)
    return {"conversations": found} if found else None


def on_desk(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    return {"round": round} if is_core_group(request.user) else None
