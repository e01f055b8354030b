"""What the wing's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from aukio.apps.dialogues.tests.factories import core_group
from aukio.apps.dialogues.tests.pages.conftest import signed_in


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Addresses and messages in English, whatever language the page before was asked in."""
    with translation.override("en"):
        yield


@pytest.fixture
def leader() -> Client:
    """Somebody of the core group."""
    return signed_in(core_group())
