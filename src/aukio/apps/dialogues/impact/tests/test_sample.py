"""The sample brief and answers are loaded once, labelled, through the same actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.impact.models import Edition, Entry, Question
from aukio.apps.dialogues.impact.sample import load_sample
from aukio.apps.dialogues.sample import load_sample as load_round
from aukio.shared.mail.models import Message

DATA = Path(__file__).resolve().parents[6] / "data" / "sample"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _reference() -> None:
    from aukio.shared.areas.actions import load as load_areas
    from aukio.shared.terms.actions import load as load_terms

    load_terms(by=None, path=DATA.parent / "terms")
    load_areas(by=None, folder=DATA.parent / "areas" / "2025", year=2025)


def test_nothing_is_loaded_before_the_round_is_there() -> None:
    assert load_sample(DATA) is False


def test_it_is_loaded_once_labelled_and_sends_no_letters() -> None:
    round = load_round(DATA)

    assert (load_sample(DATA), load_sample(DATA)) == (True, False)

    edition = Edition.objects.get()
    assert edition.content["round"]["is_sample"]
    assert edition.content["languages"] == ["fi", "sv", "en"]
    assert Question.objects.count() == 3
    assert Entry.objects.exclude(corrects=None).count() == 1
    assert not Message.objects.exists()
    for name in ("impact:brief", "impact:round"):
        page = Client().get(reverse(name, args=[round.slug])).content.decode()
        assert "Everything here is invented" in page
