"""An authenticator app: set up on one's own page, asked at every sign-in after that."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from aukio.shared.accounts import links
from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import address, path_of, signed_in
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def person(client):
    somebody = factories.person()
    client.post(path_of(links.make(somebody)))
    return somebody


def set_up(client) -> str:
    """Set the app up; returns its secret."""
    form = client.get(address("mfa_activate_totp")).context["form"]
    client.post(address("mfa_activate_totp"), {"code": code_for(form.secret)})
    return form.secret


def test_it_is_set_up_with_a_code_and_a_letter_tells_of_it(
    client, person, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        set_up(client)

    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert Message.objects.filter(to=person.email).exists()
    assert {"what": "authenticator_added"} in Event.objects.values_list("detail", flat=True)


def test_a_wrong_code_sets_nothing_up(client, person):
    client.get(address("mfa_activate_totp"))
    client.post(address("mfa_activate_totp"), {"code": "000000"})

    assert not Authenticator.objects.exists()


def test_a_link_alone_is_not_enough_afterwards(client, person):
    secret = set_up(client)
    client.logout()
    client.post(path_of(links.make(type(person).objects.get(pk=person.pk))))
    assert signed_in(client) is None

    client.post(address("mfa_authenticate"), {"code": "000000"})
    assert signed_in(client) is None

    from django.core.cache import cache

    cache.clear()  # The code used for setting up is not taken twice within its half minute.
    client.post(address("mfa_authenticate"), {"code": code_for(secret)})
    assert signed_in(client) == person.pk


def test_the_secret_is_shown_with_a_picture_that_the_policy_lets_through(client, person):
    page = client.get(address("mfa_activate_totp")).content.decode()

    assert 'src="data:image/svg+xml' in page


def test_the_secret_cannot_be_read_from_the_database(client, person):
    secret = set_up(client)

    assert secret not in str(Authenticator.objects.filter(type="totp").values())


def test_a_secret_sealed_with_a_lost_key_lets_nobody_in(client, person, settings):
    set_up(client)
    client.logout()
    settings.SECRET_KEY = "another key altogether"
    client.post(path_of(links.make(type(person).objects.get(pk=person.pk))))

    answer = client.post(address("mfa_authenticate"), {"code": "328482"})

    assert answer.status_code == 403
    assert signed_in(client) is None
