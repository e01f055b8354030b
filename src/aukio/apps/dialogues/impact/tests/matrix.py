"""Who may open what of briefs, questions to owners and their answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.actions import following
from aukio.apps.dialogues.impact.models import Follower
from aukio.apps.dialogues.impact.rules import ANSWER_CODE
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.impact.took_part import code_of
from aukio.apps.dialogues.models import TextStatus
from aukio.apps.dialogues.tests.roles import (
    ALL,
    CORE,
    EDITOR,
    OWNER,
    OWNERS,
    PARTICIPANT,
    Here,
    Key,
    Row,
    button,
    form,
    read,
)
from aukio.shared.accounts import codes

ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("impact:all", "impact:csv", "impact:json", "impact:feed", "impact:round"),
            *("impact:round-feed", "impact:question", "impact:brief", "impact:brief-file"),
            *("api:dialogues-questions", "api:dialogues-share", "api:dialogues-briefs"),
        ),
        read(*ALL),
    ),
    "impact:follow": form(*ALL),
    "impact:brief-opened": button(*ALL),
    "impact:following": form(PARTICIPANT),
    "impact:following-stop": form(PARTICIPANT),
    "impact:by-code": read(OWNER),
    "impact:by-code-write": form(OWNER),
    "impact:mine": read(*OWNERS),
    "impact:own": read(OWNER),
    "impact:own-write": form(OWNER),
    "impact:desk": read(CORE, EDITOR),
    "impact:ask": form(CORE),
    "impact:contact": form(CORE),
    "impact:due": form(CORE),
    "impact:withdraw": form(CORE),
    "impact:took-part": form(PARTICIPANT),
    "impact:brief-desk": read(CORE, EDITOR),
    "impact:brief-ask": form(CORE, EDITOR),
    "impact:brief-draft": button(CORE, EDITOR),
    "impact:brief-add": button(CORE, EDITOR),
    "impact:brief-publish": button(CORE),
    "impact:point-edit": form(CORE, EDITOR),
    "impact:point-change": button(CORE, EDITOR),
}


def furnish(here: Here) -> dict[str, Any]:
    """A published brief with a new draft on top, a question answered, somebody who follows."""
    brief = make.accepted(here.made)
    actions.publish_brief(by=None, brief=brief)
    texts = dict.fromkeys(("fi", "sv", "en"), here.hide("tiira", CORE, EDITOR))
    statuses = dict.fromkeys(("fi", "sv", "en"), TextStatus.ORIGINAL)
    actions.edit_ask(by=None, brief=brief, texts=texts, statuses=statuses, due=date(2027, 3, 1))
    asked = make.question(
        here.made,
        owner=here.ministry,
        contact=actions.Addressee(here.hide("kiuru", CORE), here.hide_address("valtti", CORE)),
        superior=actions.Addressee(here.hide("haukka", CORE), here.hide_address("johto", CORE)),
    )
    make.answer(asked)
    following.follow(email=here.hide_address("seuraa"), round=here.round, language="fi")
    follower = Follower.objects.get(round=here.round, is_organiser=False)
    followed = {"token": Key(PARTICIPANT, following.token_of(follower))}
    return {
        "slug": here.round.slug,
        "theme": here.made.theme.pk,
        "question": asked.pk,
        "point": brief.points.all()[0].pk,
        "token": Key(OWNER, codes.issue(ANSWER_CODE, asked)),
        "kind": "answer",
        "impact:following": followed,
        "impact:following-stop": followed,
        "impact:took-part": {"token": Key(PARTICIPANT, code_of(here.made.dialogues[0]))},
        "impact:brief-file": [{"form": form} for form in ("docx", "pptx", "pdf", "json")],
    }
