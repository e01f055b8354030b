from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Addresses and messages in English, whatever language the page before was asked in."""
    with translation.override("en"):
        yield
