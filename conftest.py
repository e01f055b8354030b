"""What every test may lean on: real data, a real PostgreSQL, and nothing left behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent


def missing(what: str, mend: str) -> None:
    """In CI a missing part fails the test; elsewhere it is skipped, and says why."""
    message = f"{what} is missing. {mend}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real data beside the checkout, or where AUKIO_REALDATA says."""
    folder = Path(os.environ.get("AUKIO_REALDATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        missing("The real data folder", "Set AUKIO_REALDATA to its path.")
    return folder


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """Address of an empty PostgreSQL server that only the tests use (see tools/)."""
    url = os.environ.get("AUKIO_TEST_POSTGRES", "")
    if not url:
        missing("PostgreSQL", "Run the tests with `make test`, which starts one.")
    return url


@pytest.fixture(autouse=True)
def _clear_cache() -> Iterator[None]:
    """The cache is the process's own; what one test counted must not throttle another."""
    yield
    from django.conf import settings

    if settings.configured:
        from django.core.cache import cache

        cache.clear()


def pytest_sessionfinish() -> None:
    from django.conf import settings

    if settings.configured:
        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)
