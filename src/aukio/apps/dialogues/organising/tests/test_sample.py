"""The sample round to come: invented, marked as such, with something to come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.organising.models import Contact, TopicProposal, Training
from aukio.apps.dialogues.organising.queries import coming
from aukio.apps.dialogues.organising.sample import load_sample
from aukio.shared.areas import actions as areas
from aukio.shared.terms import actions as terms

DATA = Path(__file__).resolve().parents[6] / "data"
pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> Round:
    terms.load(by=None, path=DATA / "terms")
    areas.load(by=None, folder=DATA / "areas" / "2025", year=2025)
    return load_sample(DATA / "sample" / "coming.yaml")


def test_everything_is_marked_as_sample(loaded: Round):
    assert loaded.is_sample
    for model in (Dialogue, Contact, Training):
        assert model.objects.exists()
        assert not model.objects.filter(is_sample=False).exists()
    assert all(one.email.endswith("@example.org") for one in Contact.objects.all())


def test_there_is_something_to_come_to_and_a_chosen_topic(loaded: Round):
    assert len(coming.coming()) == 4
    assert TopicProposal.objects.filter(state="chosen").count() == 1


def test_loading_again_changes_nothing(loaded: Round):
    assert load_sample(DATA / "sample" / "coming.yaml") == loaded
    assert Dialogue.objects.count() == 4
