"""Addresses the browser suite opens: every public page of the room that takes parameters."""

from __future__ import annotations

from typing import Any


def examples() -> dict[str, dict[str, Any]]:
    """All pages with parameters open by a private link or take only what is sent."""
    return {}
