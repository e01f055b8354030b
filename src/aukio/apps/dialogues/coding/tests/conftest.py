from __future__ import annotations

import pytest

from aukio.apps.dialogues.coding.tests.scene import Scene, scene
from aukio.apps.dialogues.tests.pages.conftest import _in_english  # noqa: F401


@pytest.fixture
def here() -> Scene:
    return scene()
