"""A person's own page."""

from __future__ import annotations

import pytest

from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import address, path_of, signed_in
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
SHOW, ERASE = "accounts:profile-show", "accounts:profile-erase"


@pytest.fixture
def person(client):
    somebody = factories.person(name="Maija", language="en")
    client.force_login(somebody)
    return somebody


class TestShow:
    def test_shows_name_language_and_ways_of_signing_in(self, client, person):
        page = client.get(address(SHOW)).content.decode()

        assert 'value="Maija"' in page
        assert person.email in page
        assert "Passkeys" in page

    def test_saves_and_goes_on_in_the_new_language(self, client, person):
        answer = client.post(address(SHOW), {"name": "Maija M.", "language": "sv"})

        person.refresh_from_db()
        assert (person.name, person.language) == ("Maija M.", "sv")
        assert answer.headers["Location"].startswith("/sv/")

    @pytest.mark.parametrize(
        ("field", "value"), [("language", "xx"), ("language", ""), ("name", "x" * 121)]
    )
    def test_keeps_what_was_typed_and_says_what_is_wrong(self, client, person, field, value):
        answer = client.post(address(SHOW), {"name": "Typed", "language": "fi", field: value})

        assert answer.status_code == 200
        assert answer.context["form"].errors[field]
        person.refresh_from_db()
        assert person.name == "Maija"

    def test_asks_a_visitor_to_sign_in(self, client):
        answer = client.get(address(SHOW))

        assert answer.headers["Location"].startswith(address("account_login"))

    def test_knows_no_other_method(self, client, person):
        assert client.delete(address(SHOW)).status_code == 405

    def test_offers_to_choose_or_to_change_the_password(self, client, person):
        assert address("account_set_password") in client.get(address(SHOW)).content.decode()

        person.set_password(factories.PASSWORD)
        person.save()
        client.force_login(person)

        assert address("account_change_password") in client.get(address(SHOW)).content.decode()

    def test_reads_the_same_number_of_rows_however_many_passkeys(
        self, client, person, django_assert_max_num_queries
    ):
        from allauth.mfa.models import Authenticator

        for _turn in range(10):
            Authenticator.objects.create(user=person, type="webauthn", data={})

        with django_assert_max_num_queries(6):
            client.get(address(SHOW))


class TestErase:
    def test_says_what_it_means_first(self, client, person):
        assert client.get(address(ERASE)).status_code == 200
        person.refresh_from_db()
        assert person.erased is None

    def test_is_not_done_without_a_tick(self, client, person):
        answer = client.post(address(ERASE), {})

        assert answer.context["form"].errors["sure"]
        person.refresh_from_db()
        assert person.erased is None

    def test_erases_and_signs_out_everywhere(self, client, person):
        from django.test import Client

        elsewhere = Client()
        elsewhere.force_login(person)

        client.post(address(ERASE), {"sure": "on"})

        person.refresh_from_db()
        assert person.erased is not None
        assert signed_in(client) is None
        answer = elsewhere.get(address(SHOW))
        assert answer.headers["Location"].startswith(address("account_login"))

    def test_asks_a_visitor_to_sign_in(self, client):
        answer = client.post(address(ERASE), {"sure": "on"})

        assert answer.headers["Location"].startswith(address("account_login"))

    def test_knows_no_other_method(self, client, person):
        assert client.put(address(ERASE)).status_code == 405


class TestPassword:
    def test_is_chosen_on_one_s_own_page_and_that_is_recorded(self, client, person):
        given = {"password1": factories.PASSWORD, "password2": factories.PASSWORD}

        answer = client.post(address("account_set_password"), given)

        assert answer.status_code == 302
        person.refresh_from_db()
        assert person.check_password(factories.PASSWORD)
        assert Event.objects.get().detail == {"what": "password_set"}
        assert Message.objects.get().to == person.email

    @pytest.mark.parametrize("weak", ["short", "password1234", "1234567890123"])
    def test_is_refused_when_it_is_weak(self, client, person, weak):
        answer = client.post(
            address("account_set_password"), {"password1": weak, "password2": weak}
        )

        assert answer.status_code == 200
        person.refresh_from_db()
        assert not person.has_usable_password()


def test_the_address_is_changed_only_after_the_new_one_is_confirmed(client, person):
    old = person.email
    client.post(address("account_email"), {"email": "new@example.fi", "action_add": ""})
    person.refresh_from_db()
    assert person.email == old
    text = Message.objects.get(to="new@example.fi").text
    link = next(word for word in text.split() if "confirm-email" in word)

    client.post(path_of(link))

    person.refresh_from_db()
    assert person.email == "new@example.fi"
    assert {"what": "address_changed"} in Event.objects.values_list("detail", flat=True)
    assert "new@" not in str(list(Event.objects.values()))
