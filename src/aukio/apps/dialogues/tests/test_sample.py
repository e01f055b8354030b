"""The sample round: invented, marked as such, published through the actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.dialogues.models import Dialogue, Note, Publication, Quote, Round, Sentence
from aukio.apps.dialogues.sample import load_sample
from aukio.shared.organisations.models import Organisation
from aukio.shared.terms import actions as terms

ROOT = Path(__file__).resolve().parents[5]
pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> Round:
    terms.load(by=None, path=ROOT / "data" / "terms")
    return load_sample(ROOT / "data" / "sample")


def test_the_sample_round_is_published_whole_and_marked(loaded: Round) -> None:
    assert Dialogue.objects.count() >= 24
    assert Note.objects.count() >= 600
    assert not Dialogue.objects.filter(is_sample=False).exists()
    assert not Organisation.objects.filter(is_sample=False).exists()
    assert Publication.objects.get().content["round"]["is_sample"] is True
    assert Publication.objects.get().content["languages"] == ["fi", "sv", "en"]


def test_every_sample_sentence_leads_to_exact_words(loaded: Round) -> None:
    for quote in Quote.objects.select_related("note__record"):
        assert quote.note.text[quote.start : quote.end] == quote.text
        assert quote.note.record.permission == "quotes"
    assert not Sentence.objects.filter(quotes=None).exists()


def test_loading_again_changes_nothing(loaded: Round) -> None:
    before = Note.objects.count()

    assert load_sample(ROOT / "data" / "sample") == loaded
    assert Note.objects.count() == before
