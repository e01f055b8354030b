"""The grid of measures with their lights: written in one go, because lists of them are long."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django import template
from django.apps import apps
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from aukio.apps.plan.lights import LIGHTS
from aukio.apps.plan.queries.plan import MeasureRow
from aukio.ui.components.own import light

register = template.Library()


@cache
def _lights(language: str) -> dict[str, SafeString]:
    """Every light in the language, drawn once."""
    return {code: light(one.shape, one.words) for code, one in LIGHTS.items()}


@register.simple_tag
def measure_grid(measures: Iterable[MeasureRow]) -> SafeString:
    """Each measure as a link with its light in words. Addresses begin as the plan's own does."""
    start = reverse("plan:plan")
    lights = _lights(get_language() or "fi")
    items = format_html_join(
        "\n",
        '<li><a class="govuk-link" href="{}{}/">{} {}</a><br>{}</li>',
        ((start, row.number, row.number, row.title, lights[row.light.code]) for row in measures),
    )
    return format_html('<ul class="aukio-grid">{}</ul>', items)


@register.simple_tag
def next_plan() -> SafeString | str:
    """The way to the open call for the next plan, where that wing is in the house."""
    if not apps.is_installed("aukio.apps.plan.cocreation"):
        return ""
    return render_to_string("cocreation/parts/open_call.html")
