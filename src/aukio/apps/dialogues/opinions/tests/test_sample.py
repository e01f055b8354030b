"""The sample opinion map is loaded once, labelled, with a map that holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.opinions.models import Conversation, Statement, Vote
from aukio.apps.dialogues.opinions.sample import load_sample
from aukio.apps.dialogues.tests.factories import RoundFactory

DATA = Path(__file__).resolve().parents[6] / "data" / "sample"
pytestmark = pytest.mark.django_db


def test_nothing_is_loaded_before_the_round_is_there() -> None:
    assert load_sample(DATA) is False


def test_it_is_loaded_once_with_groups_and_labelled_on_every_page() -> None:
    RoundFactory(slug="arjen-turva-2026", is_sample=True)
    assert (load_sample(DATA), load_sample(DATA)) == (True, False)

    held = Conversation.objects.get()
    assert held.results_shown
    assert len(held.found.content["groups"]) >= 2
    assert min(one["size"] for one in held.found.content["groups"]) >= 5
    assert Statement.objects.filter(is_proposed=True).count() == 1
    for name in ("opinions:conversation", "opinions:results"):
        page = Client().get(reverse(name, args=[held.pk])).content.decode()
        assert "sample" in page.lower() or "keksit" in page.lower()


def test_the_invented_votes_are_the_same_every_time() -> None:
    RoundFactory(slug="arjen-turva-2026", is_sample=True)
    load_sample(DATA)
    first = list(Vote.objects.order_by("pk").values_list("value", flat=True))
    Conversation.objects.all().delete()
    load_sample(DATA)

    assert list(Vote.objects.order_by("pk").values_list("value", flat=True)) == first
