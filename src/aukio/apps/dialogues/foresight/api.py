"""Slices, trends and weak signals for machines."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from aukio.apps.dialogues.foresight import trees
from aukio.apps.dialogues.foresight.queries.choosing import choices
from aukio.apps.dialogues.foresight.queries.matters import matters, signals
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.views.matters import report_tree
from aukio.apps.dialogues.foresight.views.slices import ALL, find_slice
from aukio.shared.api.access import public

router = Router(tags=["foresight"])
api_prefix = "dialogues/foresight"
Tree = dict[str, Any]


@router.get("/slices/{round}", response=list[Tree], summary="List slices")
@public
def slices(request: HttpRequest, round: str) -> list[Tree]:
    """Every slice of a round that has something to show; ``all-rounds`` for all of them."""
    found = choices(voices("" if round == ALL else round))
    return [
        {"kind": kind.value, "code": one.code, "name": one.name, "dialogues": one.dialogues}
        for kind, rows in found.items()
        for one in rows
    ]


@router.get("/slices/{round}/{kind}/{code}", response=Tree, summary="Read a slice")
@public
def slice(request: HttpRequest, round: str, kind: str, code: str) -> Tree:
    """A county, municipality, group or language; null stands for numbers that are not shown."""
    return trees.slice_tree(find_slice(kind, code, "" if round == ALL else round))


@router.get("/trends", response=Tree, summary="Trends and weak signals")
@public
def trends(request: HttpRequest) -> Tree:
    """Linked matters over the published rounds, with intervals and the method."""
    rounds = voices()
    found = matters(rounds)
    return report_tree(rounds, found, signals(rounds, found))
