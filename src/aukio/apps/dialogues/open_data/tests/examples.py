"""Addresses the browser suite opens: every public page of the wing that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.tests.pages.scene import scene

SLUG = "open-data-example"


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; a published round is made here, once."""
    if not Round.objects.filter(slug=SLUG).exists():
        scene(slug=SLUG, is_sample=True)
    slug = {"slug": SLUG}
    return {
        "open_data:round": slug,
        "open_data:newest": {**slug, "form": "json"},
        "open_data:version": {**slug, "version": 1, "form": "csv"},
        "open_data:record": {**slug, "form": "ttl"},
        "open_data:catalogue": {"form": "ttl"},
    }
