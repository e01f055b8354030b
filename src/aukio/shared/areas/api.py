"""Areas for machines."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, page
from aukio.shared.areas import queries
from aukio.shared.areas.models import Area

router = Router(tags=["areas"])
api_prefix = "areas"

Kind = Literal["region", "wellbeing", "municipality"]


class Names(Schema):
    """A name in the three languages."""

    fi: str
    sv: str
    en: str


class AreaOut(Schema):
    """A region, a wellbeing services county or a municipality, and its years."""

    kind: Kind
    code: str
    name: Names
    region: str | None
    wellbeing: str | None
    first_year: int
    last_year: int | None

    @staticmethod
    def resolve_name(area: Area) -> Names:
        return Names(fi=area.name("fi"), sv=area.name("sv"), en=area.name("en"))

    @staticmethod
    def resolve_region(area: Area) -> str | None:
        return area.region.code if area.region else None

    @staticmethod
    def resolve_wellbeing(area: Area) -> str | None:
        return area.wellbeing.code if area.wellbeing else None


class Asked(Schema):
    """Which division."""

    year: int | None = Field(
        None, ge=1900, le=2199, description="The year of the division; without it the newest."
    )


@router.get("/{kind}", response=Page[AreaOut], summary="List areas of one kind")
@public
def areas(
    request: HttpRequest, kind: Kind, asked: Query[Asked], paging: Query[Paging]
) -> dict[str, Any]:
    """Areas by code. Codes are text: keep their leading zeros."""
    return page(request, queries.areas(kind, asked.year), paging, order=("code", "pk"))


@router.get("/{kind}/{code}", response=AreaOut, summary="Show one area")
@public
def area(request: HttpRequest, kind: Kind, code: str, asked: Query[Asked]) -> Area:
    """One area as it was in a year."""
    found = queries.find(kind, code, asked.year)
    if found is None:
        raise Area.DoesNotExist
    return found
