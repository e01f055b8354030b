"""The sample codes and codings are loaded once, on the sample round alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.apps.dialogues.coding.machine import input_of
from aukio.apps.dialogues.coding.models import Code, Coding
from aukio.apps.dialogues.coding.sample import load_sample
from aukio.apps.dialogues.sample import load_sample as load_round
from aukio.apps.dialogues.tests.factories import core_group

DATA = Path(__file__).resolve().parents[6] / "data" / "sample"
pytestmark = pytest.mark.django_db


def test_nothing_is_loaded_before_the_round_and_its_people_are_there():
    assert load_sample(DATA) is False


def test_it_is_loaded_once_and_is_enough_for_the_machine():
    from aukio.shared.areas.actions import load as load_areas
    from aukio.shared.terms.actions import load as load_terms

    load_terms(by=None, path=DATA.parent / "terms")
    load_areas(by=None, folder=DATA.parent / "areas" / "2025", year=2025)
    round = load_round(DATA)
    saara = core_group()
    saara.email, saara.is_sample = "saara.malli@example.org", True
    saara.save()

    assert (load_sample(DATA), load_sample(DATA)) == (True, False)
    assert Code.objects.filter(round=round).count() == 6
    assert set(Coding.objects.values_list("coder", flat=True)) == {saara.pk}
    assert input_of(round).is_enough
