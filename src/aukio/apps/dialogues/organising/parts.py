"""What organising shows on the room's own pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.organising.models import Announcement, TopicProposal, TopicState
from aukio.apps.dialogues.organising.queries import coming
from aukio.apps.dialogues.organising.views._tables import coming_head, coming_table
from aukio.apps.dialogues.queries.pages.own import OPEN

ON_ROUND = 10


def register() -> None:
    """Called once, when the house starts."""
    wings.add("round", 10, "organising/parts/round.html", on_round)
    wings.add("dialogue", 10, "organising/parts/dialogue.html", on_dialogue)
    wings.add("desk", 10, "organising/parts/desk.html", on_desk)
    wings.add("own", 10, "organising/parts/own.html", on_own)


def on_round(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """Dialogues one can still come to, the kit while the round takes dialogues, the choice."""
    lines = coming.coming(coming.Asked(round=round.slug))
    has_topic = TopicProposal.objects.filter(round=round, state=TopicState.CHOSEN).exists()
    return {
        "takes_dialogues": round.status in OPEN,
        "has_topic": has_topic,
        "rows": coming_table(lines[:ON_ROUND]),
        "head": coming_head(),
        "number": len(lines),
        "slug": round.slug,
    }


def on_dialogue(request: HttpRequest, dialogue: Dialogue) -> dict[str, Any] | None:
    """The way to the dialogue's own page, while it is public and still to come."""
    told = Announcement.objects.filter(dialogue=dialogue, is_public=True, called_off_at=None)
    one = coming.page_of(key) if (key := told.values_list("key", flat=True).first()) else None
    return {"one": one} if one is not None and one.is_open else None


def on_desk(request: HttpRequest, round: Round) -> dict[str, Any] | None:
    """The way to the cockpit and its parts."""
    return {"round": round}


def on_own(request: HttpRequest, _nothing: None) -> dict[str, Any] | None:
    """The way to the pages of one's dialogues."""
    return {}
