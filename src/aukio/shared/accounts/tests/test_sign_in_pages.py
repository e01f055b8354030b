"""Signing in: the page, the mailed link, and what is never told."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import translation

from aukio.shared.accounts import links
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def address(name: str, **values) -> str:
    with translation.override("en"):
        return reverse(name, kwargs=values or None)


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]


def mailed_link() -> str:
    return re.search(r"https?://\S+/sign-in/link/\S+", Message.objects.get().text).group()


def signed_in(client) -> int | None:
    found = client.session.get("_auth_user_id")
    return int(found) if found else None


class TestSignInPage:
    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_opens_in_every_language(self, client, language):
        with translation.override(language):
            answer = client.get(reverse("account_login"))

        assert answer.status_code == 200

    def test_offers_the_link_first_the_password_second_and_the_passkey_third(self, client):
        page = client.get(address("account_login")).content.decode()

        places = [page.index(f'id="{part}"') for part in ("by-link", "by-password", "by-passkey")]
        assert places == sorted(places)

    def test_has_no_script_or_style_of_its_own(self, client):
        page = client.get(address("account_login")).content.decode()

        scripts = re.findall(r"<script[^>]*>", page)
        assert all("src=" in one or "application/json" in one for one in scripts)
        assert "style=" not in page

    def test_lets_in_with_the_right_password(self, client):
        person = factories.person(password=factories.PASSWORD)

        answer = client.post(
            address("account_login"), {"login": person.email, "password": factories.PASSWORD}
        )

        assert answer.status_code == 302
        assert signed_in(client) == person.pk

    def test_says_the_same_of_a_wrong_password_and_an_unknown_address(self, client):
        person = factories.person(password=factories.PASSWORD)

        def told(email: str) -> list[str]:
            answer = client.post(address("account_login"), {"login": email, "password": "wrong"})
            return [str(error) for error in answer.context["form"].non_field_errors()]

        assert told(person.email) == told("nobody@example.fi") != []

    def test_waits_after_five_wrong_passwords(self, client):
        person = factories.person(password=factories.PASSWORD)
        for _turn in range(5):
            client.post(address("account_login"), {"login": person.email, "password": "wrong"})

        client.post(
            address("account_login"), {"login": person.email, "password": factories.PASSWORD}
        )

        assert signed_in(client) is None

    def test_a_closed_account_does_not_get_in(self, client):
        person = factories.person(password=factories.PASSWORD, is_active=False)

        client.post(
            address("account_login"), {"login": person.email, "password": factories.PASSWORD}
        )

        assert signed_in(client) is None


class TestAskForLink:
    def test_mails_a_link_that_signs_in(self, client):
        person = factories.person()

        answer = client.post(address("accounts:link-ask"), {"email": person.email.upper()})
        assert answer.headers["Location"] == address("accounts:link-sent")
        client.post(path_of(mailed_link()))

        assert signed_in(client) == person.pk

    def test_answers_the_same_when_nobody_has_the_address(self, client):
        person = factories.person()

        known = client.post(address("accounts:link-ask"), {"email": person.email})
        unknown = client.post(address("accounts:link-ask"), {"email": "nobody@example.fi"})

        assert (known.status_code, known.headers["Location"]) == (
            unknown.status_code,
            unknown.headers["Location"],
        )
        assert [message.to for message in Message.objects.all()] == [person.email]

    def test_sends_nothing_to_a_closed_account(self, client):
        client.post(
            address("accounts:link-ask"), {"email": factories.person(is_active=False).email}
        )

        assert not Message.objects.exists()

    def test_writes_in_the_person_s_language(self, client):
        client.post(address("accounts:link-ask"), {"email": factories.person(language="sv").email})

        assert "/sv/" in mailed_link()

    def test_sends_one_mail_a_minute(self, client):
        person = factories.person()
        for _turn in range(3):
            client.post(address("accounts:link-ask"), {"email": person.email})

        assert Message.objects.count() == 1

    def test_sends_three_mails_in_a_quarter_of_an_hour(self, client, monkeypatch):
        person = factories.person()
        for minute in range(6):
            monkeypatch.setattr(
                "aukio.shared.accounts.actions.time.time", lambda minute=minute: 60 * minute
            )
            answer = client.post(address("accounts:link-ask"), {"email": person.email})
            assert answer.status_code == 302

        assert Message.objects.count() == 3

    def test_a_network_that_asks_too_often_waits(self, client):
        for number in range(20):
            client.post(address("accounts:link-ask"), {"email": f"guess{number}@example.fi"})

        answer = client.post(address("accounts:link-ask"), {"email": "one.more@example.fi"})

        assert answer.status_code == 429

    @pytest.mark.parametrize("email", ["", "maija", "a@b", "x" * 300 + "@example.fi"])
    def test_shows_what_is_wrong_with_the_address(self, client, email):
        answer = client.post(address("accounts:link-ask"), {"email": email})

        assert answer.status_code == 200
        assert answer.context["form"].errors["email"]

    def test_shows_the_form_when_it_is_opened(self, client):
        assert client.get(address("accounts:link-ask")).status_code == 200

    @pytest.mark.parametrize("method", ["put", "delete", "patch"])
    def test_knows_no_other_method(self, client, method):
        assert getattr(client, method)(address("accounts:link-ask")).status_code == 405

    def test_needs_the_form_s_own_token(self):
        from django.test import Client

        answer = Client(enforce_csrf_checks=True).post(
            address("accounts:link-ask"), {"email": "a@example.fi"}
        )

        assert answer.status_code == 403

    def test_the_page_afterwards_opens(self, client):
        page = client.get(address("accounts:link-sent"))
        assert address("account_signup") in page.content.decode()
        assert client.post(address("accounts:link-sent")).status_code == 405


class TestOpenLink:
    def test_opening_shows_a_button_and_uses_nothing_up(self, client):
        person = factories.person()
        path = path_of(links.make(person))

        for _scanner in range(3):
            assert client.get(path).status_code == 200
        assert signed_in(client) is None

        client.post(path)
        assert signed_in(client) == person.pk

    def test_works_once(self, client):
        path = path_of(links.make(factories.person()))
        client.post(path)
        client.logout()

        assert client.post(path).status_code == 410
        assert client.get(path).status_code == 410
        assert signed_in(client) is None

    def test_made_up_is_refused(self, client):
        path = address("accounts:link-open", token="nonsense")

        assert client.get(path).status_code == 410
        assert client.post(path).status_code == 410

    def test_confirms_the_address_of_somebody_invited(self, client):
        person = Person.objects.create_user("new@example.fi")

        client.post(path_of(links.make(person)))

        assert signed_in(client) == person.pk

    def test_asks_the_second_factor_of_those_who_have_one(self, client):
        from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

        person = factories.person()
        TOTP.activate(person, generate_totp_secret())

        answer = client.post(path_of(links.make(person)))

        assert answer.headers["Location"].startswith(address("mfa_authenticate")[3:]) or (
            "2fa" in answer.headers["Location"]
        )
        assert signed_in(client) is None

    def test_leads_on_to_the_page_that_was_wanted(self, client):
        person = factories.person()
        wanted = address("accounts:profile-show")
        client.post(address("accounts:link-ask"), {"email": person.email, "next": wanted})

        answer = client.post(path_of(mailed_link()))

        assert answer.headers["Location"] == wanted

    @pytest.mark.parametrize(
        "trap",
        ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"],
    )
    def test_does_not_lead_to_another_site(self, client, trap):
        person = factories.person()
        client.post(address("accounts:link-ask"), {"email": person.email, "next": trap})

        answer = client.post(path_of(mailed_link()) + f"?next={trap}")

        assert "evil" not in answer.headers["Location"]
        assert "javascript" not in answer.headers["Location"]

    def test_is_recorded_without_the_address(self, client):
        person = factories.person()

        client.post(path_of(links.make(person)))

        event = Event.objects.get(verb="accounts.sign_in")
        assert event.actor_id == person.pk
        assert person.email not in str(vars(event))

    def test_is_never_kept_by_a_cache(self, client):
        answer = client.get(path_of(links.make(factories.person())))

        assert "no-store" in answer.headers["Cache-Control"]
