"""A few remarks of each theme, so that a theme can be told by what was said in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Min, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from aukio.apps.dialogues.models import Round, ThemeNote

MOST = 3
_LAST = 1_000_000  # Remarks that the machine proposed no words of come after the others.


@dataclass(frozen=True)
class Remark:
    text: str
    language: str


def samples(round: Round) -> dict[int, list[Remark]]:
    """By theme, first those the machine would quote; one query."""
    rank = Coalesce(Min("note__proposals__rank"), Value(_LAST))
    rows = (
        ThemeNote.objects.filter(theme__round=round, theme__merged_into=None)
        .annotate(rank=rank)
        .annotate(
            place=Window(RowNumber(), partition_by=F("theme"), order_by=[F("rank"), F("note")])
        )
        .filter(place__lte=MOST)
        .order_by("theme", "place")
    )
    found: dict[int, list[Remark]] = defaultdict(list)
    for theme, text, language in rows.values_list("theme", "note__text", "note__language"):
        found[theme].append(Remark(text, language))
    return found
