"""Who may open what of the coding desk: the core group alone."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.tests.roles import CORE, Here, Row, button, form, read

ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("coding:desk", "coding:download", "coding:frame", "coding:frame-history"),
            *("coding:read", "coding:proposals", "coding:compare"),
        ),
        read(CORE),
    ),
    **dict.fromkeys(
        (
            *("coding:code", "coding:code-edit", "coding:code-move", "coding:code-retire"),
            *("coding:code-new", "coding:codes-merge", "coding:frame-copy"),
            *("coding:frame-import", "coding:note-settle"),
        ),
        form(CORE),
    ),
    **dict.fromkeys(
        (
            *("coding:code-order", "coding:note-code", "coding:carry", "coding:frame-undo"),
            *("coding:step-undo", "coding:proposals-start", "coding:proposals-decide"),
            "coding:compare-open",
        ),
        button(CORE),
    ),
}


def furnish(here: Here) -> dict[str, Any]:
    """Two codes, and a note coded with one of them."""
    words = Words(here.hide("palokärki", CORE), description=here.hide("uikku", CORE))
    code = actions.add_code(by=None, round=here.round, words=words)
    actions.add_code(by=None, round=here.round, words=Words("Lääkäri"))
    note = here.made.records[0].notes.first()
    assert note is not None
    actions.code_note(by=here.people[CORE], note=note, codes=[code.pk], none_fits=False)
    return {
        "slug": here.round.slug,
        "code": code.pk,
        "note": note.pk,
        "coding:download": [
            {"what": what, "form": form}
            for what in ("frame", "codings")
            for form in ("csv", "json")
        ],
    }
