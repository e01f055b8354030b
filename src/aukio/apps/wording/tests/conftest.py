"""What the room's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from aukio.shared.accounts.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Addresses and messages in English, whatever language the page before was asked in."""
    with translation.override("en"):
        yield
