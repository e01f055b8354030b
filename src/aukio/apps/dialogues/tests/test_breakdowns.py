"""The records behind the plan's figures: public names, and sums that agree with the figure."""

from __future__ import annotations

import pytest
from django.utils import translation

from aukio.apps.dialogues.models import RoundStatus
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.indicators.registry import Breakdown, compute, every, get
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
OWN = [one for one in every() if one.function.__module__ == "aukio.apps.dialogues.indicators"]


def breakdown(code: str) -> Breakdown:
    records = get(f"dialogues.{code}").records
    assert records is not None
    with translation.override("en"):
        return records()


def counts(code: str) -> dict[str, int]:
    return {str(part.label): part.count for part in breakdown(code).parts}


@pytest.fixture
def round():
    round = make.RoundFactory(year=2026, status=RoundStatus.PUBLISHED)
    uusimaa = area("01", kind="region", name_fi="Uusimaa", name_en="Uusimaa")
    town = area("061", region=uusimaa)
    make.DialogueFactory(round=round, municipality=town, participants=12, organiser=organisation())
    make.DialogueFactory(round=round, municipality=town, participants=8, organiser=organisation())
    make.DialogueFactory(round=round, participants=None, organiser=None)
    return round


def test_every_figure_of_the_room_leads_to_its_records():
    assert OWN
    assert all(one.records for one in OWN)


@pytest.mark.parametrize("one", OWN, ids=lambda one: one.code)
def test_without_a_round_there_are_no_records(one):
    assert one.records().parts == ()


@pytest.mark.parametrize("code", ["organisers", "dialogues", "participants"])
def test_the_groups_make_up_the_figure(round, code):
    assert sum(counts(code).values()) == compute(f"dialogues.{code}").value


def test_dialogues_are_told_by_region_and_those_of_none_apart(round):
    assert counts("dialogues") == {"Uusimaa": 2, "No single region": 1}


def test_participants_are_told_by_region_and_no_region_as_nought_when_untold(round):
    assert counts("participants") == {"Uusimaa": 20}


def test_organisers_are_told_by_kind(round):
    assert sum(counts("organisers").values()) == 2
    assert breakdown("organisers").by == "Kind of organisation"


def test_an_organiser_of_an_earlier_round_is_not_among_the_new_ones(round):
    old = make.RoundFactory(year=2025, status=RoundStatus.PUBLISHED)
    again = round.dialogues.exclude(organiser=None).first().organiser
    make.DialogueFactory(round=old, organiser=again)

    assert sum(counts("first_time_organisers").values()) == 1


def test_counties_lead_to_the_list_of_their_dialogues():
    round = make.RoundFactory(year=2026, status=RoundStatus.PUBLISHED)
    county = area("07", kind="wellbeing", name_en="Kanta-Häme")
    make.DialogueFactory(round=round, area=county)
    make.DialogueFactory(round=round)

    parts = breakdown("counties").parts

    assert [part.count for part in parts] == [1, 1]
    assert parts[0].href.endswith(f"/dialogues/{round.slug}/dialogues/?county=07")
    assert parts[1].href == ""
