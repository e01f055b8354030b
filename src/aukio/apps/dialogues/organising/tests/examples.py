"""Addresses the browser suite opens: every public page of the wing that takes parameters."""

from __future__ import annotations

from datetime import time
from typing import Any

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions.training import plan_training
from aukio.apps.dialogues.organising.models import Announcement, Training
from aukio.apps.dialogues.organising.tests import factories as make

SLUG = "come-and-talk-example"


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; an open round with one page is made here, once."""
    round = Round.objects.filter(slug=SLUG).first() or make.open_round(slug=SLUG, is_sample=True)
    told = Announcement.objects.filter(dialogue__round=round).first() or make.announcement(
        round=round, municipality=make.town()
    )
    page, slug = {"key": told.key}, {"slug": SLUG}
    return {
        "organising:round-calendar": slug,
        "organising:dialogue": page,
        "organising:dialogue-calendar": page,
        "organising:poster": page,
        "organising:afterwards": page,
        "organising:code": {**page, "form": "svg"},
        "organising:sign-up": page,
        "organising:training": {"training": _training(round).pk},
        "organising:topic-choice": slug,
        "organising:kit": slug,
        "organising:material": {**slug, "kind": "script", "language": "fi"},
        "organising:material-file": {**slug, "kind": "script", "language": "fi", "form": "docx"},
    }


def _training(round: Round) -> Training:
    found = Training.objects.filter(round=round).first()
    return found or plan_training(
        by=None, round=round, title="Ohjaajan perusteet", day=make.soon(9), begins=time(9), places=9
    )
