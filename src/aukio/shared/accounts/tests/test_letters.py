"""Every letter allauth may ask for is ours, in three languages."""

from __future__ import annotations

from pathlib import Path

import allauth
import pytest
from django.test import RequestFactory
from django.utils import translation

from aukio.shared.accounts.adapters import AccountAdapter
from aukio.shared.accounts.letters import LETTERS
from aukio.shared.accounts.tests import factories
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message

CONTEXT = {
    "activate_url": "https://aukio.example/confirm",
    "password_reset_url": "https://aukio.example/reset",
}
# Turned off by our settings: sign-in codes, codes instead of links, unknown addresses.
NEVER_SENT = {
    "account/email/login_code",
    "account/email/password_reset_code",
    "account/email/unknown_account",
}


def prefixes() -> set[str]:
    folder = Path(allauth.__file__).parent / "templates"
    return {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for path in folder.rglob("email/*_subject.txt")
    }


@pytest.mark.parametrize("prefix", sorted(prefixes() - NEVER_SENT))
def test_we_have_a_letter_of_our_own(prefix: str):
    assert prefix in LETTERS


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("prefix", sorted(LETTERS))
def test_a_letter_is_queued_in_the_reader_s_language(prefix: str, language: str):
    with translation.override(language):
        AccountAdapter(RequestFactory().get("/")).send_mail(prefix, "a@example.fi", CONTEXT)

    message = Message.objects.get()
    assert message.language == language
    assert 0 < len(message.subject) < 80
    assert "Aukio" in message.text
    assert "%(" not in message.text


@pytest.mark.parametrize("prefix", sorted(LETTERS))
def test_a_letter_has_no_english_left_over(prefix: str):
    with translation.override("en"):
        english = LETTERS[prefix](CONTEXT)
    for language in ("fi", "sv"):
        with translation.override(language):
            assert LETTERS[prefix](CONTEXT).subject != english.subject


@pytest.mark.django_db
def test_a_new_person_keeps_the_language_they_came_in_with():
    with translation.override("sv"):
        person = AccountAdapter().new_user(RequestFactory().get("/"))

    assert person.language == "sv"


@pytest.mark.django_db
def test_a_language_the_service_does_not_write_becomes_finnish():
    with translation.override("de"):
        assert AccountAdapter().new_user(RequestFactory().get("/")).language == "fi"


@pytest.mark.django_db
def test_a_sign_in_is_recorded_by_id_only(client):
    person = factories.person(password=factories.PASSWORD)

    client.post("/en/account/login/", {"login": person.email, "password": factories.PASSWORD})

    event = Event.objects.get()
    assert (event.verb, event.actor_id) == ("accounts.sign_in", person.pk)
    assert person.email not in str(vars(event))
