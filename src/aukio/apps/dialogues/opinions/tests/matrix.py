"""Who may open what of opinion maps."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.models import Moderation, Statement
from aukio.apps.dialogues.opinions.tests.factories import shown
from aukio.apps.dialogues.tests.roles import (
    ALL,
    CORE,
    PARTICIPANT,
    Here,
    Key,
    Row,
    button,
    form,
    read,
)

ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("opinions:conversation", "opinions:results", "opinions:results-download"),
            *("api:opinions-maps", "api:opinions-one-map"),
        ),
        read(*ALL),
    ),
    "opinions:join": button(*ALL),
    "opinions:vote": form(PARTICIPANT),
    "opinions:propose": form(PARTICIPANT),
    "opinions:withdraw": button(PARTICIPANT),
    **dict.fromkeys(("opinions:desk", "opinions:manage", "opinions:export"), read(CORE)),
    **dict.fromkeys(
        (
            *("opinions:new", "opinions:bring", "opinions:statement-new"),
            "opinions:sentences-take",
        ),
        form(CORE),
    ),
    **dict.fromkeys(
        ("opinions:compute", "opinions:step", "opinions:statement-decide"), button(CORE)
    ),
}


def furnish(here: Here) -> dict[str, Any]:
    """A map whose results are shown, with a statement that nobody has let in yet."""
    held = shown(round=here.round)
    waiting = dict.fromkeys(("text_fi", "text_sv", "text_en"), here.hide("siili", CORE))
    statement = Statement.objects.create(
        conversation=held, number=99, moderation=Moderation.WAITING, **waiting
    )
    return {
        "slug": here.round.slug,
        "conversation": held.pk,
        "statement": statement.pk,
        "code": Key(PARTICIPANT, actions.join(conversation=held)),
        "step": "close",
        "opinions:export": [{"name": name} for name in ("votes.csv", "comments.csv")],
    }
