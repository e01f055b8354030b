"""Addresses the browser suite opens: every public page of the wing."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.models import Conversation
from aukio.apps.dialogues.opinions.tests.factories import shown
from aukio.apps.dialogues.tests.factories import RoundFactory

SLUG = "opinion-map-example"


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; a map of its own is made here, once."""
    held = Conversation.objects.filter(round__slug=SLUG).first()
    if held is None:
        round = Round.objects.filter(slug=SLUG).first() or RoundFactory(slug=SLUG, is_sample=True)
        held = shown(round=round, takes_proposals=True)
    one = {"conversation": held.pk}
    code = {"code": actions.join(conversation=held)}
    return {
        "opinions:conversation": one,
        "opinions:results": one,
        "opinions:results-download": one,
        "opinions:vote": code,
        "opinions:propose": code,
    }
