"""`/api/v1/search`: the same as the page."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.search import queries
from aukio.shared.search.tests.factories import index_corpus

pytestmark = pytest.mark.django_db


def ask(client: Client, **parameters: object) -> dict:
    response = client.get("/api/v1/search", parameters)
    assert response.status_code == 200
    return response.json()


def test_finds_what_the_page_finds(client: Client):
    index_corpus()

    found = ask(client, q="kunta", language="sv")["items"]

    assert [hit["url"] for hit in found] == [hit.url for hit in queries.find("kunta", "sv", 50)]


def test_counts_the_hits_of_each_kind(client: Client):
    index_corpus()

    answer = ask(client, q="kunta")

    assert answer["total"] == sum(answer["kinds"].values())


def test_keeps_to_the_kind_asked_for(client: Client):
    index_corpus()

    assert {hit["kind"] for hit in ask(client, q="kunta", kind="note")["items"]} == {"note"}


def test_pages_joined_are_the_whole(client: Client):
    index_corpus(copies=3)
    whole = [hit["object_id"] for hit in ask(client, q="kunta", limit=200)["items"]]
    joined, following = [], "/api/v1/search?q=kunta&limit=5"

    while following:
        answer = client.get(following).json()
        joined += [hit["object_id"] for hit in answer["items"]]
        following = answer["next"]

    assert joined == whole


def test_without_a_query_finds_nothing(client: Client):
    assert ask(client)["items"] == []


def test_an_unknown_language_does_not_fit(client: Client):
    assert client.get("/api/v1/search", {"q": "a", "language": "xx"}).status_code == 422


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_words_are_answered(client: Client, text: str):
    assert client.get("/api/v1/search", {"q": text}).status_code == 200
