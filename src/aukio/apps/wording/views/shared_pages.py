"""The room on pages of the whole house: the main menu and the front page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.wording.views._page import ROOM
from aukio.ui import front, navigation


def register() -> None:
    """Called once, when the house starts."""
    navigation.register(30, ROOM, "wording:check")
    front.register_section(40, "wording/front.html", invitation)


def invitation(request: HttpRequest) -> dict[str, Any]:
    """A line and a way in."""
    return {}
