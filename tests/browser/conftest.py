"""A real browser and the site running beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import missing
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _chromium() -> str:
    given = os.environ.get("CHROMIUM", "")
    found = given or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not Path(found).is_file():
        missing("Chromium", "Type: apt-get install -y chromium (or set CHROMIUM to its path).")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole session."""
    path = _chromium()
    if not BUILD.is_file() or not AXE.is_file():
        missing("The built front", "Type: npm ci --ignore-scripts && npm run build")
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    # Playwright's loop runs in this thread; the tests' own database calls are synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(live_server: Any, settings: Any) -> str:
    """The address of the running site, which takes feedback and has an authority."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.CONTACT = "palaute@example.fi"
    settings.AUTHORITY = "Esimerkkivirasto"
    return str(live_server.url)


@pytest.fixture
def gallery(site: str, settings: Any) -> str:
    """The site with the page of every component in it."""
    settings.ROOT_URLCONF = "tests.browser.gallery"
    return site
