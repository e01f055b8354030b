"""Addresses the browser suite opens: every public page of the wing that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.plan.cocreation.tests.scene import scene


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; the data is made here."""
    seen = scene(is_published=True)
    call = {"slug": seen.call.slug}
    code = {"code": seen.code}
    return {
        "cocreation:call": call,
        "cocreation:propose": {"slug": seen.open_call.slug},
        "cocreation:proposals": call,
        "cocreation:proposal": {**call, "number": seen.published.number},
        "cocreation:outcome": call,
        "cocreation:download": {**call, "form": "csv"},
        "cocreation:call-feed": call,
        "cocreation:own": code,
        "cocreation:own-correct": code,
        "cocreation:own-withdraw": code,
    }
