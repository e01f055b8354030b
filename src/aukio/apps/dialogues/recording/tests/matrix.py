"""Who may open what of records being written and of the gate."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.models import Dialogue, Record, RoundStatus
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.queries.files import files_of
from aukio.apps.dialogues.recording.queries.lines import lines_of
from aukio.apps.dialogues.recording.tests.scene import Scene
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.roles import (
    CORE,
    ORGANISER,
    SCRIBE,
    Here,
    Key,
    Row,
    button,
    form,
    read,
)

ROWS: dict[str, Row] = {
    **{
        f"recording:{door}-{name}": make_row(role)
        for door, role in (("scribe", SCRIBE), ("own", ORGANISER))
        for make_row, names in (
            (read, ("state", "receipt")),
            (form, ("sheet", "settle", "add", "notes", "split", "send")),
            (button, ("save", "correct")),
        )
        for name in names
    },
    **dict.fromkeys(
        ("recording:scribes", "recording:people", "recording:gate", "recording:gate-words"),
        form(ORGANISER),
    ),
    "recording:file": read(ORGANISER),
    "recording:scribe-take-back": button(ORGANISER),
    "recording:gate-hand-over": button(ORGANISER),
    "recording:form": form(CORE),
    "recording:form-versions": read(CORE),
}


def furnish(here: Here) -> dict[str, Any]:
    """A record being written by a scribe, and one that waits for its organiser."""
    round = make.RoundFactory(status=RoundStatus.COLLECTING)
    held, written = (
        make.DialogueFactory(round=round, organiser=here.organisation) for _each in range(2)
    )
    organiser = here.people[ORGANISER]
    writing = Scene(written, organiser)
    scribe, token = writing.invited(here.hide("harakka", ORGANISER))
    sheet = writing.written(here.hide("saukko", ORGANISER, SCRIBE))
    content = here.hide("orava", ORGANISER, SCRIBE).encode()
    actions.add_file(by=organiser, sheet=sheet, field="talked", name="orava.txt", content=content)
    line = lines_of(sheet)[0][1][0]
    return {
        "code": Key(SCRIBE, token),
        "dialogue": written.pk,
        "field": "talked",
        "key": line.key,
        "scribe": scribe.pk,
        "file": files_of(sheet).get().pk,
        "record": _held(here, held).pk,
        "slug": round.slug,
    }


def _held(here: Here, dialogue: Dialogue) -> Record:
    organiser = here.people[ORGANISER]
    sheet = Scene(dialogue, organiser).written(here.hide("peippo", ORGANISER))
    actions.set_facts(by=organiser, sheet=sheet, language="fi", permission="whole")
    sheet.refresh_from_db()
    return actions.send(by=organiser, sheet=sheet)
