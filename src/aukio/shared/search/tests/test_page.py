"""The page `/fi/search/`."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.search.tests.factories import entry, index_corpus

pytestmark = pytest.mark.django_db


def page(client: Client, language: str = "en", **parameters: str) -> str:
    response = client.get(f"/{language}/search/", parameters)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_query_only_asks_for_one(client: Client):
    assert "search-results" not in page(client)


def test_shows_what_was_found_with_a_link(client: Client):
    index_corpus()

    assert 'href="/en/letters/3"' in page(client, q="kunnan talous")


def test_marks_the_words_looked_for(client: Client):
    index_corpus()

    assert "<mark>Kunnan</mark>" in page(client, q="kunta talous")


def test_marks_each_hit_with_its_language(client: Client):
    index_corpus()

    assert 'lang="sv"' in page(client, q="delaktighet")


def test_says_what_to_do_when_nothing_was_found(client: Client):
    assert "Try other words" in page(client, q="avaruusalus")


def test_says_when_some_words_were_left_out(client: Client):
    assert "only its first words" in page(client, q="kunta " * 100)


def test_offers_kinds_when_there_are_several(client: Client):
    index_corpus()

    assert "kind=letter" in page(client, q="kunta")


def test_keeps_the_chosen_kind(client: Client):
    index_corpus()

    content = page(client, q="kunta", kind="note")

    assert '<input type="hidden" name="kind" value="note">' in content


def test_turns_pages(client: Client):
    index_corpus(copies=10)

    assert "page=2" in page(client, q="kunta")


def test_a_page_beyond_the_last_shows_the_last(client: Client):
    index_corpus(copies=10)

    assert "/en/letters/" in page(client, q="kunta", page="49")


@pytest.mark.parametrize("number", ["0", "-1", "x", "²", "9" * 5000, "", "1.5"])
def test_any_page_number_is_answered(client: Client, number: str):
    index_corpus()

    assert "/en/letters/" in page(client, q="kunta", page=number)


def test_offers_the_results_for_machines(client: Client):
    index_corpus()

    assert "/api/v1/search?q=kunta&amp;language=en" in page(client, q="kunta")


def test_escapes_what_was_typed(client: Client):
    assert "<script>alert" not in page(client, q="<script>alert(1)</script>")


def test_escapes_titles(client: Client):
    entry(0, title="<b>Talo</b>").save()

    assert "<b>Talo" not in page(client, q="talo")


@given(text=st.text(max_size=40), kind=st.text(max_size=10))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_input_is_answered(client: Client, text: str, kind: str):
    refused = "\x00" in text + kind  # by the house, with a page that says so

    answer = client.get("/fi/search/", {"q": text, "kind": kind})

    assert answer.status_code == (400 if refused else 200)


def test_cannot_be_posted_to(client: Client):
    assert client.post("/fi/search/").status_code == 405


def test_is_open_to_anyone():
    from aukio.shared.search.views import find

    assert find.access_rule == "public"


@pytest.mark.parametrize("copies", [1, 20])
def test_takes_the_same_few_queries_at_any_size(
    client: Client, copies: int, django_assert_max_num_queries
):
    index_corpus(copies=copies)

    with django_assert_max_num_queries(4):
        page(client, q="kunta")


@pytest.mark.parametrize(("language", "words"), [("fi", "tulosta"), ("sv", "träffar")])
def test_speaks_the_language_of_the_reader(client: Client, language: str, words: str):
    index_corpus()

    assert words in page(client, language, q="kunta")
