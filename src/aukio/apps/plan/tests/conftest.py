"""What the room's tests lean on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Messages are compared in English; pages choose their language by address."""
    with translation.override("en"):
        yield


@pytest.fixture
def queries_of() -> Callable[[Callable[[], Any]], int]:
    """How many queries a call makes, once everything that is kept is there."""

    def count(call: Callable[[], Any]) -> int:
        call()
        with CaptureQueriesContext(
            connection,
        ) as seen:
            call()
        return len(seen)

    return count
