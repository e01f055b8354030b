"""The front page and what rooms put on it."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation

from aukio.ui import front, navigation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_sections", {})


def note(request: HttpRequest) -> dict[str, object]:
    return {"title": "A round is open"}


def test_the_address_without_a_language_leads_to_finnish(client: Client):
    assert client.get("/").headers["Location"] == "/fi/"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Yhteiset asiat avoimesti"),
        ("sv", "Gemensamma frågor, öppet"),
        ("en", "Public matters"),
    ],
)
def test_the_front_page_speaks_each_language(client: Client, language: str, words: str):
    answer = client.get(f"/{language}/")

    assert answer.status_code == 200
    assert words in answer.text


def test_the_front_page_cannot_be_posted_to(client: Client):
    assert client.post("/fi/").status_code == 405


def test_there_is_one_search_box(client: Client):
    assert client.get("/fi/").text.count('type="search"') <= 1


def test_a_room_s_section_is_shown(client: Client):
    front.register_section(10, "ui/parts/search.html", note)

    assert client.get("/fi/").text.count('class="aukio-front__section"') == 1


def test_a_section_with_nothing_to_say_is_left_out(client: Client):
    front.register_section(10, "ui/parts/search.html", lambda request: None)

    assert "aukio-front__section" not in client.get("/fi/").text


def test_sections_stand_in_their_order(rf):
    front.register_section(20, "ui/errors/error.html", lambda request: {"title": "later"})
    front.register_section(10, "ui/parts/mark.html", lambda request: {})

    first, second = front.sections(rf.get("/fi/"))

    assert "aukio-mark" in first
    assert "later" in second


def test_the_page_a_reader_is_on_is_marked_in_the_navigation(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(navigation, "_entries", {})
    navigation.register(1, "About", "about")
    navigation.register(2, "Nowhere", "no-such-room:page")

    text = client.get("/en/about/").text

    assert 'href="/en/about/" aria-current="true"' in text
    assert "Nowhere" not in text


def test_a_wing_s_page_marks_its_room_in_the_navigation(rf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(navigation, "_entries", {})
    navigation.register(1, "About", "about")
    with translation.override("en"):
        (wing,) = navigation.links(rf.get("/en/about/us/"))
        (elsewhere,) = navigation.links(rf.get("/en/feedback/"))

    assert wing.is_current
    assert not elsewhere.is_current


def test_the_language_links_keep_the_page_and_its_question(client: Client):
    text = client.get("/fi/about/?from=mail").text

    assert 'href="/sv/about/?from=mail" lang="sv" hreflang="sv"' in text
    assert 'href="/fi/about/?from=mail" lang="fi" hreflang="fi" aria-current="true"' in text


def test_pages_carry_no_inline_style_or_script(client: Client):
    for address in ("/fi/", "/sv/about/", "/en/accessibility/", "/fi/feedback/"):
        text = client.get(address).text
        assert " style=" not in text
        assert "<style" not in text
        assert text.count("<script") == text.count("<script src=")
