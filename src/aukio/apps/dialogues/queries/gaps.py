"""What is missing: notes that no sentence is about, and people and places not yet heard."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from aukio.apps.dialogues.models import AgeBandCount, GroupCount, Note, Round, in_use
from aukio.apps.dialogues.queries.desk import DeskNote, desk_notes
from aukio.apps.dialogues.queries.words import reader_language
from aukio.shared.areas import queries as areas
from aukio.shared.areas.models import Area
from aukio.shared.terms import queries as terms


@dataclass(frozen=True)
class NotHeard:
    """Whom the round has not heard yet; groups and age bands by code and words."""

    regions: tuple[Area, ...]
    counties: tuple[Area, ...]
    age_bands: dict[str, str]
    groups: dict[str, str]


def uncovered_notes(
    round: Round, *, offset: int = 0, limit: int = 100
) -> tuple[tuple[DeskNote, ...], int]:
    """Notes in no theme, or in a theme that no sentence is about; and how many in all."""
    found = Note.objects.filter(
        Q(placement=None) | Q(placement__theme__sentences=None),
        in_use("record__"),
        record__dialogue__round=round,
    )
    return desk_notes(found, offset=offset, limit=limit), found.count()


def not_heard(round: Round) -> NotHeard:
    """Regions, counties, age bands and groups from which nobody has been counted."""
    heard = round.dialogues.order_by().values_list(
        "municipality__region",
        "municipality__wellbeing",
        "area",
        "area__region",
        "area__wellbeing",
    )
    places = {place for row in heard for place in row}
    bands = AgeBandCount.objects.filter(dialogue__round=round).values_list("band", flat=True)
    groups = GroupCount.objects.filter(dialogue__round=round).values_list("group", flat=True)
    return NotHeard(
        regions=tuple(one for one in areas.regions(round.year) if one.pk not in places),
        counties=tuple(one for one in areas.wellbeing_counties(round.year) if one.pk not in places),
        age_bands=_missing("age-bands", set(bands)),
        groups=_missing("participant-groups", set(groups)),
    )


def _missing(vocabulary: str, heard: set[str]) -> dict[str, str]:
    return {
        word.code: word.label(reader_language())
        for word in terms.words(vocabulary)
        if word.code not in heard and not word.retired
    }
