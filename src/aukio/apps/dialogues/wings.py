"""What the room's wings show on the room's own pages. The room itself knows none of them.

A wing says in its ``apps.py``, ``ready()``::

    wings.add("round", 20, "impact/parts/round.html", parts.on_round)

where ``on_round(request, round)`` gives the template's context, or ``None`` for nothing.
Places and what their functions are given beside the request:

=============  ==========================================================
round          the round's public page: ``Round``
dialogue       a dialogue's public page: ``Dialogue``
theme          a theme's public page: ``Theme`` id
desk           the core group's desk, beside the steps: ``Round``
own            the organiser's own dialogues: ``None``
record         a record at the desk: ``Record``
summary-desk   the summary desk: ``Round``
theme-desk     a theme at the desk: ``Theme`` id
sentence-desk  a sentence at the summary desk: ``Sentence``
=============  ==========================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

PLACES = (
    "round",
    "dialogue",
    "theme",
    "desk",
    "own",
    "record",
    "summary-desk",
    "sentence-desk",
    "theme-desk",
)
Context = Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Part:
    place: str
    order: int
    template: str
    context: Context


_parts: dict[tuple[str, str], Part] = {}
commands: dict[str, str] = {}
"""The wings' verbs of ``aukio dialogues``: name to ``module:attribute``, imported when used."""


def add(place: str, order: int, template: str, context: Context) -> None:
    """Show ``template`` at a place of the room's pages, in this order among the others."""
    if place not in PLACES:
        raise ValueError(f"{place} is not a place for wings; see PLACES.")
    _parts[place, template] = Part(place, order, template, context)


def add_command(name: str, address: str) -> None:
    """Give ``aukio dialogues`` another verb."""
    commands[name] = address


def shown(place: str, request: HttpRequest, what: Any) -> SafeString:
    """What the wings show there, as HTML."""
    here = sorted(
        (part for part in _parts.values() if part.place == place),
        key=lambda part: (part.order, part.template),
    )
    written = []
    for part in here:
        context = part.context(request, what)
        if context is not None:
            written.append(render_to_string(part.template, context, request=request))
    return mark_safe("".join(written))  # noqa: S308 - rendered templates
