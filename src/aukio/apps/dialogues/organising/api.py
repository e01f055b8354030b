"""Dialogues to come, for machines. No names and no addresses of people."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema

from aukio.apps.dialogues.organising.queries import coming as queries
from aukio.apps.dialogues.organising.views._ways import whole
from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, offset, page_by_offset

router = Router(tags=["dialogues"])
api_prefix = "organising"


class ComingOut(Schema):
    """A dialogue one can come to. ``county`` is 01–21, 90 Helsinki, 91 Åland, or empty.

    ``free`` is null where one does not sign up here.
    """

    dialogue: int
    title: str
    organiser: str
    round: str
    day: date | None
    begins: time | None
    ends: time | None
    place: str
    municipality: str
    county: str
    languages: list[str]
    free: int | None
    waiting: int
    is_sample: bool
    changed: datetime
    address: str


@router.get("/dialogues", response=Page[ComingOut], summary="List dialogues to come")
@public
def dialogues(
    request: HttpRequest,
    paging: Query[Paging],
    county: str = "",
    language: str = "",
    round: str = "",
) -> dict[str, Any]:
    """Public dialogues from today on, by day."""
    asked = queries.Asked(county=county, language=language, round=round)
    found = [_out(one) for one in queries.coming(asked)]
    start = offset(request, paging)
    part = found[start : start + paging.limit]
    return page_by_offset(request, paging, part, more=len(found) > start + len(part))


def _out(one: queries.Coming) -> dict[str, Any]:
    same = ("dialogue", "title", "day", "begins", "ends", "place", "municipality", "county")
    return {
        **{name: getattr(one, name) for name in (*same, "free", "waiting", "is_sample", "changed")},
        "organiser": one.organiser.text,
        "round": one.round_slug,
        "languages": list(one.language_codes),
        "address": whole(reverse("organising:dialogue", args=[one.key])),
    }
