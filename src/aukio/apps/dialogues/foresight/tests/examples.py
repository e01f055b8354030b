"""Addresses the browser suite opens: every public page of the wing that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.foresight.tests.factories import Heard, linked, published, town
from aukio.apps.dialogues.models import Round

EARLIER, LATER = "over-rounds-example-2025", "over-rounds-example-2026"
TOWN = "297"  # Kuopio


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; two linked rounds are made here, once."""
    if not Round.objects.filter(slug=LATER).exists():
        _make()
    theme = Round.objects.get(slug=LATER).themes.order_by("pk")[0].pk
    which = {"kind": "municipality", "code": TOWN}
    return {
        "foresight:matter": {"theme": theme},
        "foresight:slice": {"slug": LATER, **which},
        "foresight:slice-file": {"slug": LATER, **which},
        "foresight:slice-all": which,
        "foresight:slice-all-file": which,
    }


def _make() -> None:
    town(TOWN, "Kuopio")
    heard = [Heard((0, 1), town=TOWN)] * 4 + [Heard((1,), town=TOWN)] * 2
    before = published(heard, slug=EARLIER, year=2025, is_sample=True)
    after = published(heard, slug=LATER, year=2026, is_sample=True)
    linked(before.themes[0], after.themes[0])
