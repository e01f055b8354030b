"""What the room's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(scope="module")
def in_english() -> Iterator[None]:
    """Messages in English, so that a test can name them."""
    with translation.override("en"):
        yield
