from __future__ import annotations

import pytest

from aukio.shared.areas.models import Area
from aukio.shared.search import registry
from aukio.shared.search.registry import Searchable


@pytest.fixture
def only_areas(monkeypatch: pytest.MonkeyPatch) -> Searchable:
    """A registry in which areas that still exist are the only public objects."""
    monkeypatch.setattr(registry, "_by_kind", {})
    return registry.register(
        Searchable(
            model=Area,
            kind="area",
            label="Area",
            title="name",
            text=lambda area: f"Code {area.code}",
            url=lambda area: f"/fi/areas/{area.code}",
            public=lambda: Area.objects.filter(last_year=None),
            languages=("fi", "sv"),
        )
    )
