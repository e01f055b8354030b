"""Where dialogues were held: by wellbeing services county, with Helsinki and Åland beside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from aukio.apps.dialogues.models import Dialogue, Round
from aukio.shared.areas.models import Area

HELSINKI, ALAND = "90", "91"  # As in data/areas: areas of their own that belong to no county.
HELSINKI_MUNICIPALITY, ALAND_REGION = "091", "21"


@dataclass(frozen=True)
class County:
    """A county, Helsinki or Åland, with how many dialogues were held there."""

    code: str
    name: str
    dialogues: int


@dataclass(frozen=True)
class Places:
    counties: tuple[County, ...]
    elsewhere: int

    @property
    def by_code(self) -> dict[str, int]:
        return {one.code: one.dialogues for one in self.counties}

    @property
    def heard(self) -> int:
        """In how many of them there was a dialogue."""
        return sum(1 for one in self.counties if one.dialogues)


def county_code(area: Area | None) -> str:
    """The code of the area's county, ``90`` for Helsinki, ``91`` for Åland, or nothing."""
    if area is None:
        return ""
    if area.kind == Area.Kind.WELLBEING:
        return area.code
    if area.kind == Area.Kind.MUNICIPALITY and area.code == HELSINKI_MUNICIPALITY:
        return HELSINKI
    region = area if area.kind == Area.Kind.REGION else area.region
    if region is not None and region.code == ALAND_REGION:
        return ALAND
    return area.wellbeing.code if area.wellbeing else ""


def places(round: Round) -> Places:
    """Dialogues by county; three queries."""
    held = Dialogue.objects.filter(round=round).select_related(
        "municipality__wellbeing", "municipality__region", "area__wellbeing", "area__region"
    )
    counts = Counter(county_code(one.municipality or one.area) for one in held)
    elsewhere = counts.pop("", 0)
    return Places(tuple(County(code, name, counts[code]) for code, name in names()), elsewhere)


def names() -> list[tuple[str, str]]:
    """Code and short name of the counties, Helsinki and Åland."""
    counties = Area.objects.in_year(None).filter(kind=Area.Kind.WELLBEING).order_by("code")
    found = [(one.code, one.short_name()) for one in counties]
    known = {code for code, _name in found}
    for code, kind, own in (
        (HELSINKI, Area.Kind.MUNICIPALITY, HELSINKI_MUNICIPALITY),
        (ALAND, Area.Kind.REGION, ALAND_REGION),
    ):
        area = Area.objects.in_year(None).filter(kind=kind, code=own).first()
        if code not in known and area is not None:
            found.append((code, area.short_name()))
    return found
