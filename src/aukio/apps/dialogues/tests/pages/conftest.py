"""People who come to the room's pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.shared.accounts.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def leader() -> Client:
    """Somebody of the core group."""
    return signed_in(core_group())


@pytest.fixture
def stranger() -> Client:
    """Signed in, with a role in another room."""
    return signed_in(outsider())


@pytest.fixture
def other_organiser() -> Client:
    """Organises for an organisation that has no part here."""
    return signed_in(organiser())


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Addresses and messages in English, whatever language the page before was asked in."""
    with translation.override("en"):
        yield
