"""Who may open what of the room itself."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Permission, TextStatus
from aukio.apps.dialogues.tests.factories import reading
from aukio.apps.dialogues.tests.roles import (
    ALL,
    CORE,
    ORGANISER,
    ORGANISERS,
    WITH_ACCOUNT,
    Here,
    Row,
    button,
    form,
    read,
)

LANGUAGES = ("fi", "sv", "en")
ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("dialogues:rounds", "dialogues:rounds-download", "dialogues:round"),
            *("dialogues:dialogues", "dialogues:dialogue", "dialogues:theme"),
            *("dialogues:sentence", "dialogues:download", "dialogues:version"),
            *("api:dialogues-rounds", "api:dialogues-summary", "api:dialogues-themes"),
            *("api:dialogues-sentences", "api:dialogues-sentence", "api:dialogues-quotes"),
            *("api:dialogues-notes", "api:dialogues-versions"),
        ),
        read(*ALL),
    ),
    "dialogues:own": read(*WITH_ACCOUNT),
    "dialogues:dialogue-new": form(CORE, *ORGANISERS),
    **dict.fromkeys(("dialogues:record-add", "dialogues:record-replace"), form(CORE, ORGANISER)),
    "dialogues:record": read(CORE, ORGANISER),
    "dialogues:record-permission": button(CORE, ORGANISER),
    **dict.fromkeys(
        (
            *("dialogues:desks", "dialogues:desk", "dialogues:records", "dialogues:themes"),
            *("dialogues:themes-history", "dialogues:theme-desk"),
            *("dialogues:summary-desk", "dialogues:summary-theme", "dialogues:variant-desk"),
            "dialogues:quote-choose",
        ),
        read(CORE),
    ),
    **dict.fromkeys(
        (
            *("dialogues:round-new", "dialogues:round-edit", "dialogues:round-stage"),
            "dialogues:records-add",
            *("dialogues:themes-unplaced", "dialogues:theme-create", "dialogues:theme-name"),
            *("dialogues:sentence-new", "dialogues:sentence-edit"),
            *("dialogues:quote-pick", "dialogues:publish", "dialogues:variant-new"),
            "dialogues:variant-edit",
        ),
        form(CORE),
    ),
    **dict.fromkeys(
        (
            *("dialogues:themes-merge", "dialogues:themes-undo", "dialogues:theme-accept"),
            *("dialogues:theme-move", "dialogues:theme-notes", "dialogues:sentence-remove"),
            *("dialogues:sentence-move", "dialogues:quote-drop", "dialogues:summary-languages"),
            *("dialogues:variant-ready", "dialogues:variant-remove", "dialogues:variant-move"),
            *("dialogues:summary-measure", "dialogues:themes-propose"),
        ),
        button(CORE),
    ),
}


def furnish(here: Here) -> dict[str, Any]:
    """Beside the published: a record nobody may quote, a new theme, a new sentence."""
    made = here.made
    closed = actions.import_record(
        by=None,
        dialogue=made.dialogues[0],
        reading=reading(here.hide("majava", CORE, ORGANISER) + "\n"),
        language="fi",
        permission=Permission.NONE,
    )
    titles = dict.fromkeys(LANGUAGES, here.hide("kuikka", CORE))
    actions.create_theme(by=None, round=here.round, title=titles)
    actions.write_sentence(
        by=None,
        theme=made.theme,
        texts=dict.fromkeys(LANGUAGES, here.hide("lumikko", CORE)),
        statuses=dict.fromkeys(LANGUAGES, TextStatus.ORIGINAL),
    )
    line = actions.write_variant_sentence(
        by=None,
        summary=made.sentence.summary,
        kind="easy",
        texts=dict.fromkeys(LANGUAGES, here.hide("kärppä", CORE)),
        sources=[made.sentence],
    )
    variant = ("variant-edit", "variant-remove", "variant-move")
    return {
        "slug": here.round.slug,
        "kind": "short",
        "dialogue": made.dialogues[0].pk,
        "record": closed.pk,
        "theme": made.theme.pk,
        "sentence": made.sentence.pk,
        "quote": made.sentence.quotes.first().pk,
        "note": made.records[0].notes.first().pk,
        "dialogues:download": [{"form": form} for form in ("csv", "json", "docx")],
        **{f"dialogues:{name}": {"sentence": line.pk} for name in variant},
    }
