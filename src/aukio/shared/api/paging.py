"""Lists a page at a time, by a cursor that says where the next page begins.

The cursor holds the place, not a page number: rows added or removed meanwhile neither repeat
nor skip others. It is signed and bound to the list it came from, so nothing else fits in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from aukio.shared.faults import Fault

MOST = 200
Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)


class Paging(Schema):
    """Which page: take as ``paging: Query[Paging]``."""

    limit: int = Field(50, ge=1, le=MOST, description="How many items at most.")
    cursor: str = Field(
        "", max_length=1000, description="From `next` of the page before; empty for the first."
    )


class Page(Schema, Generic[Item]):
    """One page of a list. ``next`` is the address of the next page, or null on the last."""

    items: list[Item]
    next: str | None = None


def page(
    request: HttpRequest, rows: QuerySet[Row], paging: Paging, *, order: Sequence[str]
) -> dict[str, Any]:
    """One page of ``rows`` by the fields of ``order``, which together must be unique.

    Raises ``Fault`` for a cursor that is not from this list.
    """
    place = _read(request, paging)
    if place is not None:
        rows = rows.filter(_after(order, place))
    found = list(rows.order_by(*order)[: paging.limit + 1])
    items = found[: paging.limit]
    more = len(found) > paging.limit
    last = [_value(items[-1], name) for name in order] if more else None
    return {"items": items, "next": _next(request, paging, last)}


def page_by_offset(
    request: HttpRequest, paging: Paging, items: Sequence[Any], *, more: bool
) -> dict[str, Any]:
    """One page of a list that has no place of its own, such as ranked hits."""
    reached = [offset(request, paging) + len(items)] if more else None
    return {"items": items, "next": _next(request, paging, reached)}


def offset(request: HttpRequest, paging: Paging) -> int:
    """How many items come before this page. Raises ``Fault`` for a foreign cursor."""
    place = _read(request, paging)
    return int(place[0]) if place else 0


def _signer(request: HttpRequest) -> Signer:
    given = sorted((name, value) for name, value in request.GET.items() if name not in _PAGING)
    return Signer(salt=f"api.cursor {request.path} {given}")


_PAGING = {"cursor", "limit"}


def _read(request: HttpRequest, paging: Paging) -> list[Any] | None:
    if not paging.cursor:
        return None
    try:
        place: list[Any] = _signer(request).unsign_object(paging.cursor)
    except (BadSignature, ValueError) as error:
        raise Fault(
            _("The cursor is not from this list."),
            where="query.cursor",
            mend=_("Begin without a cursor and follow `next`."),
        ) from error
    return place


def _next(request: HttpRequest, paging: Paging, place: list[Any] | None) -> str | None:
    if place is None:
        return None
    others = [(name, value) for name, value in request.GET.items() if name not in _PAGING]
    cursor = _signer(request).sign_object(place)
    query = urlencode([*others, ("limit", paging.limit), ("cursor", cursor)])
    return f"{request.path}?{query}"


def _value(row: Model, name: str) -> Any:
    value: Any = row
    for part in name.lstrip("-").split("__"):
        value = getattr(value, part)
    return value if isinstance(value, int | str) else str(value)


def _after(order: Sequence[str], place: list[Any]) -> Q:
    """Rows after the place: a larger first field, or the same and a larger second, …"""
    after, same = Q(), Q()
    for name, value in zip(order, place, strict=True):
        field = name.lstrip("-")
        comparison = "lt" if name.startswith("-") else "gt"
        after |= same & Q(**{f"{field}__{comparison}": value})
        same &= Q(**{field: value})
    return after
