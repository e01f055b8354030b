"""Where the real data lies for tests that need it."""

import os
from pathlib import Path

import pytest


def folder() -> Path:
    """Return the folder; without it the test fails on a build machine and is skipped elsewhere."""
    beside = Path(__file__).resolve().parents[6] / "shared" / "data"
    found = Path(os.environ.get("AUKIO_REALDATA", beside))
    if found.is_dir():
        return found
    missing = f"No real data at {found}: name its folder in AUKIO_REALDATA."
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
