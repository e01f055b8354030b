"""Addresses that stay: they are the names of the data for machines, whatever page asked."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

CANONICAL = "fi"


def stable(route: str, *parts: str | int, language: str = CANONICAL) -> str:
    """The whole address, with the page's language fixed."""
    with translation.override(language):
        return f"{settings.PUBLIC_URL}{reverse(route, args=parts)}"


def file_of(slug: str, version: int, form: str) -> str:
    return stable("open_data:version", slug, version, form)
