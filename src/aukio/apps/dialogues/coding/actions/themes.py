"""From a code to a theme of the round, by the room's own actions: a person decides."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.coding.models import Code, ThemeSource
from aukio.apps.dialogues.models import Note, Theme
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@transaction.atomic
def theme_from_code(
    *, by: Person, code: Code, notes: Iterable[Note], theme: Theme | None, title: dict[str, str]
) -> Theme:
    """Put the notes in a theme, or in a new one called ``title``; tell where it came from.

    What may be quoted of them is as before: permissions go with the notes.
    """
    require("coding.see_desk", by, code.round)
    to = theme or room.create_theme(by=by, round=code.round, title=title)
    room.move_notes(by=by, notes=notes, to=to)
    ThemeSource.objects.get_or_create(theme=to, code=code, defaults={"by": by})
    return to
