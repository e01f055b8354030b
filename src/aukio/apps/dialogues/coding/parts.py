"""What the wing shows on the room's pages, for the core group alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.coding.models import ThemeSource
from aukio.apps.dialogues.coding.queries.progress import progress
from aukio.apps.dialogues.models import Gate, Record, Round
from aukio.apps.dialogues.rules import is_core_group


def register() -> None:
    """Called once, when the house starts."""
    wings.add("desk", 40, "coding/parts/on_desk.html", on_desk)
    wings.add("record", 40, "coding/parts/on_record.html", on_record)
    wings.add("theme-desk", 40, "coding/parts/on_theme_desk.html", on_theme_desk)


def on_desk(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """How much of the round has been coded."""
    if not is_core_group(request.user):
        return None
    return {"round": round, "progress": progress(round, request.user)}


def on_record(request: HttpRequest, record: Record) -> dict[str, Any] | None:
    """The way to code the record, when the core group may read it."""
    if record.superseded or record.gate == Gate.HELD or not is_core_group(request.user):
        return None
    return {"record": record, "round": record.dialogue.round}


def on_theme_desk(request: HttpRequest, theme: int) -> dict[str, Any] | None:
    """The codes that a theme was made or filled from."""
    if not is_core_group(request.user):
        return None
    rows = ThemeSource.objects.filter(theme=theme, code__merged_into=None).select_related("code")
    codes = [one.code for one in rows]
    return {"codes": codes} if codes else None
