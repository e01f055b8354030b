"""The earlier invented round: it loads once, is labelled, and gives trends something to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.dialogues.foresight.queries.matters import matters
from aukio.apps.dialogues.foresight.queries.voices import voices
from aukio.apps.dialogues.foresight.sample import load_sample
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.sample import load_sample as load_round

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[6] / "data" / "sample"


@pytest.fixture(autouse=True)
def _reference() -> None:
    from aukio.shared.areas.actions import load as load_areas
    from aukio.shared.terms.actions import load as load_terms

    load_terms(by=None, path=DATA.parent / "terms")
    load_areas(by=None, folder=DATA.parent / "areas" / "2025", year=2025)


def test_it_waits_for_the_round_it_is_compared_with() -> None:
    assert load_sample(DATA / "earlier") is False
    assert not Round.objects.exists()


def test_it_loads_once_with_links_and_is_labelled_sample() -> None:
    load_round(DATA)

    assert (load_sample(DATA / "earlier"), load_sample(DATA / "earlier")) == (True, False)

    rounds = voices()
    found = matters(rounds)
    assert [one.round.year for one in rounds] == [2025, 2026]
    assert all(one.round.is_sample for one in rounds)
    assert len(found) == 5
    assert all(moment.interval for matter in found for moment in matter.moments)
