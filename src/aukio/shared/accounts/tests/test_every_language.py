"""Every account page opens in three languages, and no English is left in the other two."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from aukio.shared.accounts import links
from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.examples import examples
from aukio.shared.accounts.tests.test_sign_in_pages import path_of

pytestmark = pytest.mark.django_db

VISITORS = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "accounts:link-ask",
    "accounts:link-sent",
    *["accounts:link-open", "account_confirm_email", "account_reset_password_from_key"],
]
PEOPLE = [
    "account_logout",
    "account_email",
    "account_change_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "socialaccount_connections",
    "accounts:profile-show",
    "accounts:profile-erase",
    "organisations:organisation-list",
]
# The same word in two languages, and what is nobody's language.
SAME = {"Aukio", "Suomi", "Svenska", "English", "Person"}


def texts(page: bytes) -> set[str]:
    """The words on a page, piece by piece, with those only heard."""
    soup = BeautifulSoup(page, "lxml")
    for part in soup(["script", "style"]):
        part.decompose()
    heard = [tag.get(name) for tag in soup.find_all(True) for name in ("aria-label", "placeholder")]
    pieces = [*soup.stripped_strings, *filter(None, heard)]
    return {" ".join(piece.split()) for piece in pieces}


def opened(client, name: str, language: str, values) -> set[str]:
    with translation.override(language):
        answer = client.get(reverse(name, kwargs=values), follow=True)
    assert answer.status_code in {200, 401}, name
    main = BeautifulSoup(answer.content, "lxml").find("main")
    assert main is not None, f"{name} is not in the house's frame."
    assert len(main.find_all("h1")) == 1, f"{name} has not one heading."
    return texts(str(main).encode())


def left_over(client, name: str, language: str, values=None) -> set[str]:
    english = opened(client, name, "en", values)
    both = english & opened(client, name, language, values)
    words = {text for text in both if sum(letter.isalpha() for letter in text) > 3}
    return {text for text in words if "@" not in text} - SAME


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", VISITORS)
def test_a_visitor_s_page_has_no_english_left_over(client, name: str, language: str):
    assert not left_over(client, name, language, examples().get(name))


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_s_page_has_no_english_left_over(client, name: str, language: str):
    client.post(path_of(links.make(factories.person(name=""))))
    client.get(reverse("account_email"))  # Shows the message of the sign-in, in its language.

    assert not left_over(client, name, language)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", ["account_change_password", "account_reauthenticate"])
def test_a_page_about_the_password_has_no_english_left_over(client, name: str, language: str):
    client.post(path_of(links.make(factories.person(name="", password=factories.PASSWORD))))
    client.get(reverse("account_email"))

    assert not left_over(client, name, language)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_second_step_has_no_english_left_over(client, language: str):
    person = factories.person(name="")
    TOTP.activate(person, generate_totp_secret())
    client.post(path_of(links.make(person)))

    assert not left_over(client, "mfa_authenticate", language)
