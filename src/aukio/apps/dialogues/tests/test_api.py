"""The interface for machines: what is published, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Permission, Record, Round, RoundStatus
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/dialogues/rounds"


@pytest.fixture
def round() -> Round:
    made = make.publishable(is_sample=True)
    make.record("Avointa", round=made, permission=Permission.WHOLE)
    actions.publish(by=None, round=made)
    return made


def read(client: Client, path: str) -> Any:
    answer = client.get(f"{ROOT}{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_rounds_come_a_page_at_a_time_without_those_being_planned(
    client: Client, round: Round
) -> None:
    make.RoundFactory(status=RoundStatus.PLANNED)
    other = make.RoundFactory(year=2025)

    first = read(client, "?limit=1")
    second = client.get(first["next"]).json()

    assert [one["slug"] for one in first["items"] + second["items"]] == [round.slug, other.slug]
    assert first["items"][0]["is_sample"] is True
    assert second["next"] is None


def test_a_summary_leads_to_themes_sentences_and_exact_words(client: Client, round: Round) -> None:
    summary = read(client, f"/{round.slug}")
    theme = read(client, f"/{round.slug}/themes")["items"][0]
    sentence = read(client, f"/{round.slug}/sentences?theme={theme['id']}")["items"][0]

    assert summary["themes"][0]["id"] == theme["id"]
    assert sentence["quotes"][0]["text"] == "Ilta on pitkä."
    assert read(client, f"/{round.slug}/sentences/{sentence['id']}") == sentence
    assert read(client, f"/{round.slug}/quotes")["items"] == sentence["quotes"]
    assert [one["text"] for one in read(client, f"/{round.slug}/notes")["items"]] == ["Avointa"]


def test_sentences_of_another_theme_are_left_out(client: Client, round: Round) -> None:
    assert read(client, f"/{round.slug}/sentences?theme=999")["items"] == []


def test_words_withdrawn_are_nowhere(client: Client, round: Round) -> None:
    Record.objects.update(permission=Permission.NONE)

    for path in ("", "/themes", "/sentences", "/quotes", "/notes"):
        assert "Ilta on" not in str(read(client, f"/{round.slug}{path}"))
        assert "Avointa" not in str(read(client, f"/{round.slug}{path}"))


@pytest.mark.parametrize("path", ["", "/themes", "/sentences", "/quotes", "/notes"])
def test_a_summary_in_the_making_is_not_there(client: Client, path: str) -> None:
    made = make.publishable()

    assert client.get(f"{ROOT}/{made.slug}{path}").status_code == 404


def test_an_unknown_sentence_is_not_there(client: Client, round: Round) -> None:
    assert client.get(f"{ROOT}/{round.slug}/sentences/999999").status_code == 404
