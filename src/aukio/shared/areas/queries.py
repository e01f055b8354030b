"""Reading areas: the newest division, or that of a year."""

from __future__ import annotations

from aukio.shared.areas.models import Area, AreaQuerySet


def areas(kind: str, year: int | None = None) -> AreaQuerySet:
    """Areas of one kind by code; ``year=None`` means the newest division."""
    found = Area.objects.in_year(year).filter(kind=kind)
    return found.select_related("region", "wellbeing").order_by("code")


def regions(year: int | None = None) -> AreaQuerySet:
    """The regions (19 in 2025), by code."""
    return areas(Area.Kind.REGION, year)


def wellbeing_counties(year: int | None = None) -> AreaQuerySet:
    """The wellbeing services counties (21), by code; Helsinki and Åland have none."""
    return areas(Area.Kind.WELLBEING, year)


def municipalities(year: int | None = None) -> AreaQuerySet:
    """The municipalities with their region and county, by code."""
    return areas(Area.Kind.MUNICIPALITY, year)


def find(kind: str, code: str, year: int | None = None) -> Area | None:
    """The area with this code, or none."""
    return areas(kind, year).filter(code=code).first()


def years() -> list[int]:
    """Years in which a division began to hold, oldest first."""
    begun = Area.objects.order_by("first_year").values_list("first_year", flat=True)
    return list(begun.distinct())
