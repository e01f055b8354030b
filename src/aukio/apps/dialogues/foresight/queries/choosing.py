"""What one can choose: places, groups and languages of which something is public."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.foresight.queries.slices import (
    ALAND,
    HELSINKI,
    PUBLIC,
    VOCABULARIES,
    Kind,
    Which,
    names_of,
    slice_of,
)
from aukio.apps.dialogues.foresight.queries.voices import Voices
from aukio.shared.areas.models import Area
from aukio.shared.terms.queries import label


@dataclass(frozen=True)
class Choice:
    """A slice that has something to show."""

    kind: Kind
    code: str
    name: str
    dialogues: int
    searched: str  # its names in every language, in small letters


def choices(rounds: tuple[Voices, ...], words: str = "") -> dict[Kind, list[Choice]]:
    """By kind, in the order of names; with ``words`` those whose name has them. One query.

    A municipality can be found by the name of its county too, in every language.
    """
    counts = _counts(rounds)
    areas = _areas(counts)
    found: dict[Kind, list[Choice]] = {}
    wanted = words.casefold().split()
    for kind in PUBLIC:
        rows = [
            _choice(kind, code, dialogues, areas)
            for (one, code), dialogues in counts.items()
            if one == kind
        ]
        kept = [row for row in rows if row and all(word in row.searched for word in wanted)]
        found[kind] = sorted(kept, key=lambda row: row.name)
    return found


def _counts(rounds: tuple[Voices, ...]) -> Counter[tuple[Kind, str]]:
    """Dialogues of every slice that is not empty. The same rules as in the slices hold."""
    codes: set[tuple[Kind, str]] = set()
    for heard in rounds:
        for row in heard.spread.values():
            codes |= {(Kind.COUNTY, row["county"]), (Kind.MUNICIPALITY, row["municipality"])}
            codes |= {(Kind.GROUP, code) for code in row["groups"]}
            codes |= {(Kind.LANGUAGE, code) for code in row["languages"]}
    counts: Counter[tuple[Kind, str]] = Counter()
    for kind, code in codes:
        found = slice_of(Which(kind, code, ()), rounds) if code else None
        if found is not None:
            counts[kind, code] = len(found.held)
    return counts


def _areas(counts: Counter[tuple[Kind, str]]) -> dict[tuple[Kind, str], Any]:
    """The areas by kind and code; Helsinki and Åland stand among the counties."""
    codes = {code for kind, code in counts if kind in (Kind.COUNTY, Kind.MUNICIPALITY)}
    rows = Area.objects.in_year(None).filter(code__in=codes | {"091", "21"})
    found: dict[tuple[Kind, str], Any] = {}
    for area in rows.select_related("wellbeing"):
        if area.kind == Area.Kind.MUNICIPALITY:
            found[Kind.MUNICIPALITY, area.code] = area
        elif area.kind == Area.Kind.WELLBEING:
            found[Kind.COUNTY, area.code] = area
        if (area.kind, area.code) == (Area.Kind.MUNICIPALITY, "091"):
            found[Kind.COUNTY, HELSINKI] = area
        if (area.kind, area.code) == (Area.Kind.REGION, "21"):
            found[Kind.COUNTY, ALAND] = area
    return found


def _choice(kind: Kind, code: str, dialogues: int, areas: dict[Any, Any]) -> Choice | None:
    if kind in VOCABULARIES:
        every = [label(VOCABULARIES[kind], code, one) for one in ("fi", "sv", "en")]
        return Choice(kind, code, label(VOCABULARIES[kind], code), dialogues, _small(every))
    area = areas.get((kind, code))
    if area is None:
        return None
    every = [name for _code, name in names_of(area)]
    if kind == Kind.MUNICIPALITY and area.wellbeing:
        every += [name for _code, name in names_of(area.wellbeing)]
    return Choice(kind, code, area.name(), dialogues, _small(every))


def _small(names: list[str]) -> str:
    return " ".join(names).casefold()
