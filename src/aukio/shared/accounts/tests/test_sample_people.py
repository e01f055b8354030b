"""Trying the service as a sample person: in development only, and never as somebody real."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.urls import reverse
from django.utils import translation

from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import address, signed_in

pytestmark = pytest.mark.django_db


def enter(client, person):
    return client.post(address("accounts:sample-enter", pk=person.pk))


class TestShown:
    @pytest.fixture(autouse=True)
    def _shown(self, settings):
        settings.SAMPLE_PEOPLE = True

    def test_the_sign_in_page_offers_them(self, client):
        person = factories.person(name="Saara Näyte", is_sample=True)

        page = client.get(address("account_login")).content.decode()

        assert "Try as Saara Näyte" in page
        assert address("accounts:sample-enter", pk=person.pk) in page

    def test_one_press_signs_in(self, client):
        person = factories.person(is_sample=True)

        assert enter(client, person).status_code == 302

        assert signed_in(client) == person.pk

    def test_somebody_real_cannot_be_entered(self, client):
        person = factories.person(name="Maija Oikea")

        assert enter(client, person).status_code == 404
        assert "Maija Oikea" not in client.get(address("account_login")).content.decode()
        assert signed_in(client) is None

    def test_a_closed_one_cannot_be_entered(self, client):
        assert enter(client, factories.person(is_sample=True, is_active=False)).status_code == 404

    def test_a_link_is_not_enough(self, client):
        person = factories.person(is_sample=True)

        assert client.get(address("accounts:sample-enter", pk=person.pk)).status_code == 405


class TestHidden:
    @pytest.fixture(autouse=True)
    def _hidden(self, settings):
        settings.SAMPLE_PEOPLE = False

    def test_the_sign_in_page_does_not_offer_them(self, client):
        factories.person(name="Saara Näyte", is_sample=True)

        assert "Saara" not in client.get(address("account_login")).content.decode()

    def test_they_cannot_be_entered(self, client):
        assert enter(client, factories.person(is_sample=True)).status_code == 404
        assert signed_in(client) is None


@pytest.mark.parametrize(
    ("mode", "sample", "shown"),
    [("production", "yes", False), ("development", "yes", True), ("development", "", False)],
)
def test_production_never_shows_them_whatever_is_asked(mode: str, sample: str, shown: bool):
    environment = {
        **os.environ,
        "AUKIO_MODE": mode,
        "AUKIO_SAMPLE": sample,
        "SECRET_KEY": "x" * 50,
        "ALLOWED_HOSTS": "aukio.example",
        "AUKIO_PUBLIC_URL": "https://aukio.example",
    }
    code = "from aukio.project.settings import SAMPLE_PEOPLE; print(SAMPLE_PEOPLE)"
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == str(shown)


def test_the_buttons_are_there_in_every_language(client, settings):
    settings.SAMPLE_PEOPLE = True
    factories.person(name="Saara", is_sample=True)
    for language in ("fi", "sv"):
        with translation.override(language):
            page = client.get(reverse("account_login")).content.decode()
        assert "Saara" in page
        assert "Try as" not in page
