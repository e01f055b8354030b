"""The front page: what is going on, how the plan stands, one search, three doors."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import public
from aukio.ui import front as registry
from aukio.ui import navigation


@dataclass(frozen=True)
class Door:
    title: str
    text: str
    href: str


def _doors() -> list[Door]:
    """Take part, look up, my work: each where its room is in the house."""
    doors = [
        Door(
            _("Take part"),
            _("Dialogues and events that are open to you."),
            navigation.address("dialogues:rounds"),
        ),
        Door(
            _("Look up"),
            _("The plan, its 25 measures and how they stand."),
            navigation.address("plan:plan"),
        ),
        Door(
            _("My work"),
            _("Tasks that wait for you. For those who carry out the plan."),
            navigation.address("my-work"),
        ),
    ]
    return [door for door in doors if door.href]


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    context = {
        "sections": registry.sections(request),
        "doors": _doors(),
        "search": navigation.address("search:find"),
        "has_own_search": True,
    }
    return render(request, "ui/front.html", context)
