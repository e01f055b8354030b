"""Search for machines: the same as the page."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from aukio.shared.api.access import public
from aukio.shared.api.paging import Page, Paging, offset, page_by_offset
from aukio.shared.search import queries

router = Router(tags=["search"])
api_prefix = "search"


class HitOut(Schema):
    """One public object. ``language`` is that of the title and summary."""

    kind: str
    object_id: str
    language: str
    title: str
    summary: str
    url: str
    score: int


class HitPage(Page[HitOut]):
    """Hits, best first. ``kinds`` tells how many there are of each kind.

    When nothing holds all the words, `partial` is true and the hits hold some of them.
    """

    total: int
    kinds: dict[str, int]
    partial: bool


class Asked(Schema):
    """What is looked for."""

    q: str = Field("", description="Words in Finnish, Swedish or English, in any form.")
    kind: str = Field("", max_length=60, description="Only this kind; see `kinds`.")
    language: Literal["fi", "sv", "en"] = Field("fi", description="The reader's language.")


@router.get("", response=HitPage, summary="Search everything public")
@public
def search(request: HttpRequest, asked: Query[Asked], paging: Query[Paging]) -> dict[str, Any]:
    """Public objects that hold all the words. Any input is fine."""
    start = offset(request, paging)
    found = queries.look_up(
        asked.q, language=asked.language, kind=asked.kind, offset=start, limit=paging.limit
    )
    answer = page_by_offset(request, paging, found.hits, more=found.more)
    return {**answer, "total": found.total, "kinds": found.kinds, "partial": found.partial}
