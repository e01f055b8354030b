"""A real browser and the site running beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks our tests, and puts the longest first: no worker is left alone with them at the end."""
    places = [at for at, item in enumerate(items) if Path(__file__).parent in item.path.parents]
    ours = sorted((items[at] for at in places), key=lambda item: item.path.name != "test_pages.py")
    for at, item in zip(places, ours, strict=True):
        item.add_marker(pytest.mark.browser)
        items[at] = item


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
