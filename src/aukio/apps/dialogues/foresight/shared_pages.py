"""The wing on pages of the room and of the whole house."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.foresight.models import Link, LinkState
from aukio.apps.dialogues.foresight.rules import leads, organises
from aukio.apps.dialogues.models import Publication, Round
from aukio.ui import my_work

ROOM = pgettext_lazy("room", "Dialogues")


def register() -> None:
    """Called once, when the house starts."""
    wings.add("round", 60, "foresight/parts/on_round.html", on_round)
    wings.add("theme", 60, "foresight/parts/on_theme.html", on_theme)
    wings.add("desk", 60, "foresight/parts/on_desk.html", on_desk)
    wings.add("own", 60, "foresight/parts/on_own.html", on_own)
    my_work.register(tasks)


def on_round(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """The way to one's own area; nothing before the summary is published."""
    is_there = Publication.objects.filter(round=round).exists()
    return {"round": round} if is_there else None


def on_theme(request: HttpRequest, theme: int) -> dict[str, Any] | None:
    """The way to the matter over the rounds, where the theme is linked."""
    confirmed = Link.objects.filter(state=LinkState.CONFIRMED)
    is_linked = confirmed.filter(earlier=theme).exists() or confirmed.filter(later=theme).exists()
    return {"theme": theme} if is_linked else None


def on_desk(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    return {} if leads(request.user) else None


def on_own(request: HttpRequest, _what: Any) -> dict[str, Any] | None:
    return {} if organises(request.user) else None


def tasks(person: Any) -> list[my_work.Task]:
    """Pairs that wait for the core group's decision."""
    if not leads(person):
        return []
    waiting = Link.objects.filter(state=LinkState.PROPOSED).count()
    if not waiting:
        return []
    text = _("Decide which themes of different rounds are the same matter")
    return [my_work.Task(text, reverse("foresight:links"), room=ROOM)]
