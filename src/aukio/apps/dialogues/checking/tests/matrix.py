"""Who may open what of organisers' checks of the draft."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.checking import actions
from aukio.apps.dialogues.checking.actions import Said
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.roles import CORE, ORGANISER, Here, Key, Row, form, read
from aukio.shared.accounts.codes import issue

ROWS: dict[str, Row] = {
    "checking:desk": read(CORE),
    **dict.fromkeys(("checking:ask", "checking:again", "checking:answer"), form(CORE)),
    **dict.fromkeys(("checking:look", "checking:own"), form(ORGANISER)),
}


def furnish(here: Here) -> dict[str, Any]:
    """A draft that one organiser was asked about and said something of."""
    round = make.RoundFactory()
    note = make.record(round=round, organiser=here.organisation).notes.first()
    assert note is not None
    theme = make.ThemeFactory(round=round)
    make.place(theme, note)
    sentence = make.sentence(theme, note)
    (review,) = actions.ask_organisers(
        by=None,
        round=round,
        due=timezone.localdate() + timedelta(days=14),
        addresses={note.record.dialogue: here.hide_address("kettu", CORE)},
    )
    said = Said("unfair", here.hide("ilves", CORE, ORGANISER), sentence)
    (remark,) = actions.say(by=None, review=review, remarks=[said])
    room.edit_sentence(by=None, sentence=sentence, texts={"fi": "Moni on yksin iltaisin."})
    return {
        "slug": round.slug,
        "review": review.pk,
        "remark": remark.pk,
        "token": Key(ORGANISER, issue(CODE, review)),
    }
