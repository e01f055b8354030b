"""Addresses the browser suite opens: every public page of the wing that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.actions import following
from aukio.apps.dialogues.impact.models import EntryKind, Follower, Progress, Question
from aukio.apps.dialogues.impact.rules import ANSWER_CODE
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.impact.took_part import code_of
from aukio.apps.dialogues.models import Round
from aukio.shared.accounts import codes

SLUG = "what-happened-example"


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; a round with a brief and answers is made here, once."""
    if not Round.objects.filter(slug=SLUG).exists():
        _make()
    asked = Question.objects.filter(round__slug=SLUG).earliest("pk")
    follower = Follower.objects.get(round__slug=SLUG)
    slug, token = {"slug": SLUG}, codes.issue(ANSWER_CODE, asked)
    followed = {"token": following.token_of(follower)}
    return {
        "impact:round": slug,
        "impact:round-feed": slug,
        "impact:follow": slug,
        "impact:question": {"question": asked.pk},
        "impact:brief": slug,
        "impact:brief-opened": slug,
        "impact:brief-file": {**slug, "form": "json"},
        "impact:took-part": {"token": code_of(asked.round.dialogues.earliest("pk"))},
        "impact:following": followed,
        "impact:following-stop": followed,
        "impact:by-code": {"token": token},
        "impact:by-code-write": {"token": token, "kind": "answer"},
    }


def _make() -> None:
    made = make.told(slug=SLUG, is_sample=True)
    make.edition(made)
    asked = make.question(made)
    wrong = make.answer(asked)
    make.answer(asked, corrects=wrong, reason="Vuosi oli väärä.")
    make.entry(asked, EntryKind.STATUS, actions.Words(progress=Progress.UNDER_WAY))
    make.question(made, ago=100)
    following.follow(email="seuraaja@example.org", round=made.round, language="fi")
