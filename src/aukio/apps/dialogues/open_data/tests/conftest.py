from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from aukio.apps.dialogues.tests.pages.scene import Scene, scene


@pytest.fixture
def made(db: None) -> Scene:
    """A published round: two dialogues that may be quoted, one that may not."""
    return scene()


@pytest.fixture
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
