"""What the wing's tests lean on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Messages are compared in English; pages choose their language by address."""
    cache.clear()  # limits are counted there
    with translation.override("en"):
        yield
