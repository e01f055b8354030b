"""Making an account: an address, a name, no password; nobody learns who has one."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from aukio.shared.accounts.models import Person
from aukio.shared.accounts.tests import factories
from aukio.shared.accounts.tests.test_sign_in_pages import path_of, signed_in
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> str:
    with translation.override("en"):
        return reverse("account_signup")


def sign_up(client, page: str, **fields):
    return client.post(page, {"email": "maija@example.fi", "name": "Maija", **fields})


def test_the_form_asks_no_password(client, page):
    form = client.get(page).context["form"]

    assert list(form.fields) == ["email", "name"]


def test_a_person_comes_to_be_without_a_password_and_is_not_signed_in(client, page):
    sign_up(client, page)

    person = Person.objects.get()
    assert (person.email, person.name, person.language) == ("maija@example.fi", "Maija", "en")
    assert not person.has_usable_password()
    assert signed_in(client) is None


def test_a_password_slipped_in_is_left_out(client, page):
    sign_up(client, page, password1=factories.PASSWORD, password=factories.PASSWORD)

    assert not Person.objects.get().has_usable_password()


def test_the_address_is_confirmed_with_a_button(client, page):
    sign_up(client, page)
    text = Message.objects.get().text
    link = next(word for word in text.split() if "confirm-email" in word)

    assert client.get(path_of(link)).status_code == 200
    assert not Person.objects.get().emailaddress_set.get().verified
    client.post(path_of(link))

    assert Person.objects.get().emailaddress_set.get().verified


def test_an_address_that_is_known_gets_a_letter_and_the_page_says_the_same(client, page):
    factories.person(email="maija@example.fi")

    known = sign_up(client, page)
    unknown = sign_up(client, page, email="new@example.fi")

    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]
    assert Person.objects.filter(email="maija@example.fi").count() == 1
    assert set(Message.objects.values_list("to", flat=True)) == {
        "maija@example.fi",
        "new@example.fi",
    }


def test_the_name_may_be_left_out(client, page):
    sign_up(client, page, name="")

    assert Person.objects.get().name == ""


@pytest.mark.parametrize("email", ["", "maija", "a b@example.fi"])
def test_a_wrong_address_is_shown(client, page, email):
    answer = sign_up(client, page, email=email)

    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]
    assert not Person.objects.exists()
