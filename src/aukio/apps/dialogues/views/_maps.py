"""Where people met, as a map of equal tiles with the table behind it."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues.queries.pages.places import Places
from aukio.ui.charts import Tile, TileMap, draw


def county_map(where: Places) -> SafeString:
    """Dialogues by wellbeing services county, Helsinki and Åland."""
    number = where.heard
    summary = ngettext(
        "People met in %(number)d of %(all)d areas.",
        "People met in %(number)d of %(all)d areas.",
        number,
    ) % {"number": number, "all": len(where.counties)}
    return draw(
        TileMap(
            title=_("Dialogues by wellbeing services county, Helsinki and Åland"),
            summary=summary,
            tiles=[Tile(one.code, one.name, one.dialogues) for one in where.counties],
        )
    )
