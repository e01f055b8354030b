"""Live figures of trainings and open pages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from aukio.apps.dialogues.organising import indicators
from aukio.apps.dialogues.organising.actions import announcing, training
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.tests.test_trainings import held, plan
from aukio.shared.indicators import display, registry

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


def shown(code: str) -> dict[str, int | None]:
    one = registry.get(code)
    assert one.records is not None
    with override("en"):
        return {row.label: row.count for row in display.groups(one, one.records()).rows}


def test_people_are_told_by_training_and_small_numbers_are_hidden_with_another():
    for title, people in (("A", 14), ("B", 6), ("C", 3)):
        made = counted(people)
        type(made).objects.filter(pk=made.pk).update(title=title)
    held()

    assert shown("dialogues.facilitators_trained") == {"A": 14, "B": None, "C": None}
    (month,) = shown("dialogues.trainings").values()
    assert month == indicators.trainings().value


def test_open_pages_are_told_by_region():
    make.announcement()

    assert sum(shown("dialogues.open_pages").values()) == indicators.open_pages().value


def test_each_figure_leads_to_no_records_before_there_is_anything():
    for name in ("facilitators_trained", "trainings", "open_pages"):
        assert shown(f"dialogues.{name}") == {}
