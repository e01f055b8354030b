"""The plan's figures, counted from the room's own rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from aukio.apps.dialogues import actions, breakdowns
from aukio.apps.dialogues.models import AgeBandCount, Dialogue, Round, RoundStatus
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.indicators.registry import Figure, compute, for_measure
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db


def value(code: str) -> int | float | Decimal | None:
    return compute(f"dialogues.{code}").value


def test_both_measures_have_their_figures() -> None:
    codes = {one.code for measure in ("1.1.1", "1.1.2") for one in for_measure(measure)}

    assert {"dialogues.organisers", "dialogues.days_to_summary"} <= codes


def test_without_a_round_there_is_nothing_to_tell() -> None:
    for measure in ("1.1.1", "1.1.2"):
        for one in for_measure(measure):
            if one.code.startswith("dialogues."):
                assert compute(one.code) == Figure(None, 0)


def test_the_latest_round_is_counted_and_compared_with_the_one_before() -> None:
    again = organisation()
    old = make.RoundFactory(year=2025)
    make.DialogueFactory(round=old, organiser=again)
    new = make.RoundFactory(year=2026)
    make.DialogueFactory(round=new, organiser=again)
    make.DialogueFactory(round=new, participants=None)
    make.DialogueFactory(round=new, organiser=None)
    make.DialogueFactory(round=make.RoundFactory(year=2027, status=RoundStatus.PLANNED))

    assert value("organisers") == 2
    assert value("dialogues") == 3
    assert value("participants") == 24
    assert value("first_time_organisers") == 1
    assert old.title_fi in compute("dialogues.dialogues").note


def test_regions_and_counties_come_from_municipality_or_area() -> None:
    region, county = area("05", kind="region"), area("07", kind="wellbeing")
    round = make.RoundFactory()
    town = area("061", region=region, wellbeing=county)
    make.DialogueFactory(round=round, municipality=town)
    make.DialogueFactory(round=round, area=county)
    make.DialogueFactory(round=round, area=region)
    make.DialogueFactory(round=round)

    assert (value("regions"), value("counties")) == (1, 1)


def test_the_days_from_the_last_dialogue_to_the_first_publication() -> None:
    round = make.publishable()
    Dialogue.objects.update(date=date(2026, 10, 21))
    actions.publish(by=None, round=round, at=datetime(2026, 11, 20, 7, tzinfo=UTC))
    actions.correct(by=None, round=round, reason="Korjaus")

    assert value("days_to_summary") == 30


def test_the_length_and_sources_of_the_latest_summary() -> None:
    actions.publish(by=None, round=make.publishable())

    assert value("summary_words") == 3
    assert value("sourced_sentences") == 1


def test_sample_rounds_are_named_as_such_and_give_way_to_real_ones() -> None:
    make.DialogueFactory(round=make.RoundFactory(year=2027, is_sample=True))
    assert compute("dialogues.dialogues").note

    Round.objects.create(slug="real", year=2020, season="spring", status="collecting")

    assert compute("dialogues.dialogues") == Figure(0, 0)


@pytest.mark.parametrize("status", ["planned", "open"])
def test_a_round_is_not_the_latest_before_its_dialogue_days(status: str) -> None:
    make.DialogueFactory(round=make.RoundFactory(year=2026))
    make.RoundFactory(year=2027, status=status)

    assert value("dialogues") == 1


def test_young_people_are_counted_in_full_fives_of_each_band() -> None:
    round = make.RoundFactory()
    one, other = (make.DialogueFactory(round=round, participants=30) for _ in range(2))
    for dialogue, bands in ((one, {"0-17": 7, "30-50": 23}), (other, {"18-29": 9, "81+": 21})):
        for band, count in bands.items():
            AgeBandCount.objects.create(dialogue=dialogue, band=band, count=count)

    assert value("young_participants") == 10
    assert [part.count for part in breakdowns.participants_by_age().parts] == [5, 5, 20, 20]


@pytest.mark.parametrize(
    ("bands", "told"),
    [({"0-17": 3, "18-29": 4, "30-50": 23}, None), ({"30-50": 30}, 0), ({}, None)],
    ids=["too few to tell", "nobody young", "ages not known"],
)
def test_young_people_who_are_too_few_or_not_known_are_not_told(bands, told) -> None:
    dialogue = make.DialogueFactory(round=make.RoundFactory(), participants=30)
    for band, count in bands.items():
        AgeBandCount.objects.create(dialogue=dialogue, band=band, count=count)

    assert value("young_participants") == told
