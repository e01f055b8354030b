"""A real browser and the site running beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


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
