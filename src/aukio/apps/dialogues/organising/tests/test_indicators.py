"""Live figures of trainings and open pages."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues.organising import indicators
from aukio.apps.dialogues.organising.actions import announcing, training
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.tests.test_trainings import held, plan

pytestmark = pytest.mark.django_db


def counted(number, **fields):
    return training.count_attended(by=None, training=held(**fields), attended=number)


def test_without_trainings_there_is_no_figure():
    plan()

    assert indicators.facilitators_trained().value is None
    assert indicators.trainings().value is None


def test_people_are_counted_from_trainings_that_have_been_held():
    counted(14)
    counted(6)
    held()

    assert indicators.facilitators_trained().value == 20
    assert indicators.trainings().value == 3


def test_a_training_of_two_years_ago_is_not_counted():
    made = counted(14)
    made.gathering.day = make.soon(-400)
    made.gathering.save()

    assert indicators.facilitators_trained().value is None


def test_sample_trainings_give_way_to_real_ones_and_say_what_they_are():
    counted(14, is_sample=True)
    assert indicators.facilitators_trained().value == 14
    assert indicators.facilitators_trained().note

    counted(3)
    assert indicators.facilitators_trained().value == 3
    assert not indicators.facilitators_trained().note


def test_open_pages_are_those_one_can_come_to():
    make.announcement()
    make.announcement(is_public=False)
    announcing.call_off(by=None, announcement=make.announcement())

    assert indicators.open_pages().value == 1
