"""Keeping who spoke of what, at the moment a summary is published."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from django.db import transaction

from aukio.apps.dialogues.foresight.models import Spread
from aukio.apps.dialogues.models import (
    Dialogue,
    GroupCount,
    Note,
    Publication,
    Record,
    in_use,
)
from aukio.apps.dialogues.queries.pages.places import county_code
from aukio.shared.areas.models import Area
from aukio.shared.indicators.suppression import MINIMUM

Row = dict[str, Any]


def keep_spread(publication: Publication) -> Spread:
    """Of the dialogues and themes that are in the publication; five queries.

    It belongs to the publication's own transaction and audit event. Records that their
    organiser still holds, or that a newer version replaced, are not read.
    """
    ids = [one["id"] for one in publication.content["dialogues"]]
    themes = {one["id"] for one in publication.content["themes"]}
    told = _Told(ids, themes)
    held = Dialogue.objects.filter(pk__in=ids).select_related(
        "municipality__wellbeing", "municipality__region", "area__wellbeing", "area__region"
    )
    rows = [told.row(one) for one in held.order_by("pk")]
    return Spread.objects.create(publication=publication, dialogues=rows)


class _Told:
    """Counts by dialogue, read at once."""

    def __init__(self, dialogues: list[int], themes: set[int]) -> None:
        used = Note.objects.filter(in_use("record__"), record__dialogue__in=dialogues)
        self.notes: Counter[int] = Counter()
        self.themes: dict[int, Counter[int]] = defaultdict(Counter)
        for dialogue, theme in used.values_list("record__dialogue", "placement__theme"):
            self.notes[dialogue] += 1
            if theme in themes:
                self.themes[dialogue][theme] += 1
        self.languages = _gathered(
            Record.objects.filter(in_use(), dialogue__in=dialogues).values_list(
                "dialogue", "language"
            )
        )
        self.groups = _gathered(
            GroupCount.objects.filter(dialogue__in=dialogues, count__gte=MINIMUM).values_list(
                "dialogue", "group"
            )
        )

    def row(self, one: Dialogue) -> Row:
        place = one.municipality or one.area
        is_town = place is not None and place.kind == Area.Kind.MUNICIPALITY
        return {
            "id": one.pk,
            "county": county_code(place),
            "municipality": place.code if place is not None and is_town else "",
            "organiser": one.organiser_id,
            "languages": sorted(self.languages[one.pk] - {"und"}),
            "groups": sorted(self.groups[one.pk]),
            "notes": self.notes[one.pk],
            "themes": {str(theme): n for theme, n in sorted(self.themes[one.pk].items())},
        }


def _gathered(rows: Any) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for dialogue, code in rows:
        found[dialogue].add(code)
    return found


@transaction.atomic
def fill_missing() -> int:
    """For summaries published before the wing was there. Returns how many were kept."""
    missing = list(Publication.objects.filter(spread=None).select_for_update(of=("self",)))
    for publication in missing:
        keep_spread(publication)
    return len(missing)
