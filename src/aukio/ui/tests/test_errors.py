"""Pages for what went wrong, in three languages, even when the house itself is broken."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from aukio.ui.views import errors

HEADINGS = {
    "fi": "Sivua ei löydy",
    "sv": "Sidan hittades inte",
    "en": "Page not found",
}


def explode(request: HttpRequest) -> None:
    raise RuntimeError("on purpose")


def forbid(request: HttpRequest) -> None:
    raise PermissionDenied


urlpatterns = [path("fi/explode/", explode), path("sv/forbid/", forbid)]
handler403 = "aukio.ui.views.errors.forbidden"
handler500 = "aukio.ui.views.errors.broken"


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_missing_page_is_told_in_the_language_of_the_address(client: Client, language: str):
    answer = client.get(f"/{language}/nothing/here/")

    assert answer.status_code == 404
    assert HEADINGS[language] in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert answer["Content-Language"] == language


def test_without_a_language_in_the_address_the_browser_s_wish_is_followed():
    request = RequestFactory(headers={"accept-language": "sv"}).get("/nothing")

    assert "Sidan hittades inte" in errors.not_found(request).content.decode()


def test_languages_of_an_error_page_lead_to_the_same_address(client: Client):
    answer = client.get("/fi/nothing/here/?a=1")

    assert 'href="/sv/nothing/here/?a=1"' in answer.text


@override_settings(ROOT_URLCONF="aukio.ui.tests.test_errors")
def test_a_broken_view_gets_the_page_for_a_broken_house(client: Client):
    answer = client.get("/fi/explode/")

    assert answer.status_code == 500
    assert "Meillä meni jokin vikaan" in answer.text
    assert "on purpose" not in answer.text


def test_the_page_for_a_broken_house_asks_nothing_of_the_database():
    def refuse(*arguments: object) -> None:
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        answer = errors.broken(RequestFactory().get("/en/plan/"))

    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()


@override_settings(ROOT_URLCONF="aukio.ui.tests.test_errors")
def test_a_forbidden_page_says_so(client: Client):
    answer = client.get("/sv/forbid/")

    assert answer.status_code == 403
    assert "Du har inte rätt att öppna den här sidan" in answer.text


def test_a_bad_request_is_told():
    answer = errors.bad_request(RequestFactory().get("/en/"))

    assert answer.status_code == 400
    assert "could not be understood" in answer.content.decode()


def test_an_old_form_says_that_nothing_was_saved_and_nothing_typed_is_lost():
    answer = errors.form_expired(RequestFactory().post("/fi/feedback/"), reason="no cookie")

    assert answer.status_code == 403
    assert "kirjoittamasi on yhä tallella" in answer.content.decode()


def test_an_address_is_escaped_in_an_error_page(client: Client):
    answer = client.get("/fi/<script>alert(1)</script>/")

    assert "<script>alert" not in answer.text
