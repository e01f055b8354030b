"""Sample figures and words belong to sample organisations and are loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.wording import indicators
from aukio.apps.wording.models import GlossaryTerm, TextFigures
from aukio.apps.wording.queries.trend import shown_organisations
from aukio.apps.wording.sample import load_sample
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[5] / "data" / "sample" / "wording.yaml"


@pytest.fixture
def _organisations() -> None:
    for name in ("Esimerkkiministeriö", "Esimerkkilän kirjasto"):
        organisation(name_fi=name, is_sample=True)


@pytest.mark.usefixtures("_organisations")
def test_every_quarter_has_enough_texts_to_tell_a_mean():
    load_sample(FILE)

    for one in shown_organisations():
        assert len(one.quarters) == 12
        assert all(quarter.mean is not None for quarter in one.quarters)
    assert "sample data" in indicators.texts_checked().note


@pytest.mark.usefixtures("_organisations")
def test_again_changes_nothing():
    load_sample(FILE)
    before = TextFigures.objects.count(), GlossaryTerm.objects.count()
    load_sample(FILE)

    assert (TextFigures.objects.count(), GlossaryTerm.objects.count()) == before


def test_without_its_organisations_nothing_is_loaded():
    organisation(name_fi="Esimerkkiministeriö")
    with pytest.raises(Organisation.DoesNotExist):
        load_sample(FILE)

    assert not GlossaryTerm.objects.exists()
