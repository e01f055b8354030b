"""``{% load coding %}``: shapes and codes of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from aukio.apps.dialogues.coding.queries.frame import FrameCode
from aukio.ui.markup import Attributes, element, join

register = template.Library()
_PATHS = {
    "circle": "M8 2a6 6 0 1 0 .01 0z",
    "square": "M2.5 2.5h11v11h-11z",
    "triangle": "M8 1.8L15 14H1z",
    "diamond": "M8 1l7 7-7 7-7-7z",
    "hexagon": "M4.5 2h7L15 8l-3.500 6h-7L1 8z",
    "star": ("M8 .8l2.1 4.9 5.2.4-4 3.4 1.3 5.2L8 11.9l-4.6 2.8 1.3-5.2-4-3.4 5.2-.4z"),
    "drop": "M8 1c3 3.800 4.800 6 4.800 8.600a4.800 4.800 0 0 1-9.600 0C3.200 7 5 4.800 8 1z",
    "cross": "M5.600 1.500h4.800v4.100h4.100v4.800h-4.100v4.100H5.600v-4.100H1.500V5.600h4.100z",
}


@register.simple_tag
@cache
def shape(name: str) -> SafeString:
    """A code's shape; its name stands beside it, so nothing is said for the ear."""
    drawn = element("path", {"d": _PATHS.get(name, _PATHS["circle"])})
    tags: Attributes = {
        "class": "coding-shape",
        "viewBox": "0 0 16 16",
        "width": 16,
        "height": 16,
        "aria-hidden": "true",
        "focusable": "false",
    }
    return element("svg", tags, drawn)


@register.simple_tag
def codes_of(given: Iterable[int], codes: Iterable[FrameCode]) -> SafeString:
    """The codes by shape and name, in the frame's order; or that none fits."""
    wanted = set(given)
    named = [one for one in codes if one.id in wanted]
    if not named:
        return element("span", {}, pgettext("coding", "None of the codes fits"))
    return join(
        [
            element("span", {"class": "coding-code"}, shape(one.shape), " ", one.full_name)
            for one in named
        ]
    )


@register.filter
def of(names: Mapping[int, object], key: int) -> object:
    """What belongs to the id, or nothing."""
    return names.get(key)


@register.filter
def codes_in(names: Mapping[int, FrameCode]) -> list[FrameCode]:
    """The codes of a look-up, in order."""
    return list(names.values())
