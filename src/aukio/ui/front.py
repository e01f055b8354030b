"""What rooms show on the front page. The front itself knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Context = Callable[[HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True)
class Section:
    order: int
    template: str
    context: Context


_sections: dict[str, Section] = {}


def register_section(order: int, template: str, context_function: Context) -> None:
    """Show ``template`` on the front page with what ``context_function(request)`` returns.

    The section is left out when the function returns ``None``.
    """
    _sections[template] = Section(order, template, context_function)


def sections(request: HttpRequest) -> list[SafeString]:
    """The sections as HTML, in order."""
    written = []
    for section in sorted(_sections.values(), key=lambda one: (one.order, one.template)):
        context = section.context(request)
        if context is not None:
            written.append(render_to_string(section.template, context, request=request))
    return written
