"""Who may open what of themes over rounds and of slices."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.foresight.models import Decision
from aukio.apps.dialogues.foresight.tests.factories import Heard, linked, published, town
from aukio.apps.dialogues.tests.roles import ALL, CORE, ORGANISERS, Here, Row, button, read

TOWN = "297"  # Kuopio
ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("foresight:front", "foresight:matter", "foresight:signals", "foresight:choose"),
            *("foresight:slice", "foresight:slice-all"),
            *("api:dialogues-slices", "api:dialogues-slice", "api:dialogues-trends"),
        ),
        read(*ALL),
    ),
    **dict.fromkeys(
        ("foresight:export", "foresight:slice-file", "foresight:slice-all-file"), button(*ALL)
    ),
    "foresight:own": read(*ORGANISERS),
    "foresight:own-file": button(*ORGANISERS),
    "foresight:links": read(CORE),
    **dict.fromkeys(
        (
            *("foresight:links-propose", "foresight:link-new", "foresight:link-decide"),
            "foresight:link-undo",
        ),
        button(CORE),
    ),
}


def furnish(here: Here) -> dict[str, Any]:
    """Two published rounds whose themes a person has linked."""
    town(TOWN, "Kuopio")
    heard = [Heard((0, 1), town=TOWN)] * 4 + [Heard((1,), town=TOWN)] * 2
    before = published(heard, slug="matrix-2025", year=2025)
    after = published(heard, slug="matrix-2026", year=2026)
    linked(before.themes[0], after.themes[0])
    decision = Decision.objects.latest("pk")
    later = after.themes[0].round.slug
    return {
        "slug": later,
        "round": later,
        "kind": "municipality",
        "code": TOWN,
        "theme": after.themes[0].pk,
        "link": decision.link_id,
        "decision": decision.pk,
    }
