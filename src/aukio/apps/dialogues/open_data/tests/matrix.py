"""Who may open what of open data: everybody everything, of what is published."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.tests.roles import ALL, Here, Row, read

ROWS: dict[str, Row] = dict.fromkeys(
    (
        *("open_data:all", "open_data:terms", "open_data:catalogue", "open_data:round"),
        *("open_data:record", "open_data:newest", "open_data:version"),
    ),
    read(*ALL),
)


def furnish(here: Here) -> dict[str, Any]:
    """Nothing of its own: what is published is there, and nothing else may be in its files."""
    records = [{"form": form} for form in ("ttl", "jsonld")]
    files = [{"form": form} for form in ("csv", "json", "jsonld")]
    return {
        "slug": here.round.slug,
        "version": 1,
        "open_data:catalogue": records,
        "open_data:record": records,
        "open_data:newest": files,
        "open_data:version": files,
    }
