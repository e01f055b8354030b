"""The sample calls: labelled, loaded once, one open and one answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.plan.cocreation.models import Call, Phase, Proposal
from aukio.apps.plan.cocreation.queries.calls import counts, open_calls
from aukio.apps.plan.cocreation.sample import load_sample
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[6] / "data" / "sample"


def test_it_is_loaded_once_and_labelled():
    assert len(load_sample(DATA)) == 2
    assert load_sample(DATA) == []

    assert Call.objects.filter(is_sample=True).count() == Call.objects.count() == 2
    assert Proposal.objects.count() == 25
    assert {one.language for one in Proposal.objects.all()} == {"fi", "sv", "en"}
    assert not Message.objects.exists()


def test_one_call_is_open_and_the_other_answered_in_part():
    answered, still_open = load_sample(DATA)
    answered.refresh_from_db()

    assert answered.phase is Phase.ANSWERED
    assert list(open_calls()) == [still_open]
    told = counts(answered)
    assert (told.published, told.answered) == (25, 16)
