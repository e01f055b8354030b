"""What every test may lean on: real data, a real PostgreSQL, and nothing left behind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import hypothesis
import pytest

ROOT = Path(__file__).parent
BUILD = ROOT / "src/aukio/ui/static/ui/build/aukio.css"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# How long a property takes says more of the machine's other work than of the code. CI tries the
# same examples each time, so that it is the change that turns it red; new ones are looked for here.
SAME: Final = bool(os.environ.get("CI"))
hypothesis.settings.register_profile("aukio", deadline=None, derandomize=SAME)
# The second database sees the same rows: a few examples tell whether it takes them.
hypothesis.settings.register_profile("second", deadline=None, derandomize=SAME, max_examples=15)
hypothesis.settings.load_profile(os.environ.get("AUKIO_EXAMPLES", "aukio"))


DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="Leave out the tests that ask no database: another database cannot change them.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--only-database"):
        return
    asking = [
        item
        for item in items
        if item.get_closest_marker("django_db") or DATABASE & set(getattr(item, "fixturenames", ()))
    ]
    kept = set(asking)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = asking


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


def _chromium() -> str:
    given = os.environ.get("CHROMIUM", "")
    found = given or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not Path(found).is_file():
        missing("Chromium", "Type: apt-get install -y chromium (or set CHROMIUM to its path).")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for the whole session."""
    path = _chromium()
    if not BUILD.is_file() or not AXE.is_file():
        missing("The built front", "Type: npm ci --ignore-scripts && npm run build")
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    # Playwright's loop runs in this thread; the tests' own database calls are synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def _clear_cache() -> Iterator[None]:
    """The cache is the process's own; what one test counted must not throttle another."""
    yield
    from django.conf import settings

    if settings.configured:
        from django.core.cache import cache

        cache.clear()


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """A page answered in Swedish leaves its thread in Swedish; the next test does not start so."""
    from django.conf import settings
    from django.utils import translation

    before = translation.get_language() if settings.configured else ""
    yield
    if before:
        translation.activate(before)


def pytest_sessionfinish() -> None:
    from django.conf import settings

    if settings.configured:
        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)
