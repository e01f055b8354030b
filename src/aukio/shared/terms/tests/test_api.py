"""`/api/v1/terms`."""

from __future__ import annotations

import pytest
from django.test import Client

from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db


def test_lists_vocabularies(client: Client):
    term("online")

    items = client.get("/api/v1/terms").json()["items"]

    assert [item["code"] for item in items] == ["dialogue-modes"]


def test_shows_the_terms_of_a_vocabulary_in_three_languages(client: Client):
    term("online", "Verkossa", label_sv="På webben", label_en="Online")

    [found] = client.get("/api/v1/terms/dialogue-modes").json()

    assert found["label"] == {"fi": "Verkossa", "sv": "På webben", "en": "Online"}


def test_marks_retired_terms(client: Client):
    term("fax", retired=True)

    assert client.get("/api/v1/terms/dialogue-modes").json()[0]["retired"] is True


def test_an_unknown_vocabulary_is_not_found(client: Client):
    assert client.get("/api/v1/terms/nothing").status_code == 404


def test_a_vocabulary_cannot_be_changed_from_outside(client: Client):
    assert client.post("/api/v1/terms/dialogue-modes").status_code == 405
