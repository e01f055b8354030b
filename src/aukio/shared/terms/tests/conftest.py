from __future__ import annotations

from collections.abc import Iterator

import pytest

from aukio.shared.terms import memory


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    memory.forget_all()
    yield
    memory.forget_all()
