"""The round's timetable: steps with a day and somebody responsible."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aukio.apps.dialogues.models import DialogueDay
from aukio.apps.dialogues.organising.actions import timetable
from aukio.apps.dialogues.organising.models import Milestone
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.work import tasks
from aukio.apps.dialogues.tests.factories import core_group, organiser
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def round():
    made = make.open_round()
    DialogueDay.objects.create(round=made, date=make.soon(200))
    return made


def step(round, **fields):
    given = {"title": "Kutsut", "due": make.soon(3), **fields}
    return timetable.plan(by=None, round=round, **given)


def page(round, name="timetable"):
    return reverse(f"organising:{name}", args=[round.slug])


def test_a_step_is_added_on_the_page(round, leader):
    due = make.soon(10)
    given = {"title": "Kutsut", "due-day": due.day, "due-month": due.month, "due-year": due.year}

    leader.post(page(round), given)

    assert Milestone.objects.get().due == due
    assert "Kutsut" in leader.get(page(round)).content.decode()


def test_a_step_without_a_day_is_explained(round, leader):
    answer = leader.post(page(round), {"title": "Kutsut"})

    assert "govuk-error-summary" in answer.content.decode()
    assert not Milestone.objects.exists()


def test_an_empty_timetable_begins_with_the_usual_steps_once(round, leader):
    leader.post(page(round, "timetable-usual"))
    answer = leader.post(page(round, "timetable-usual"), follow=True)

    assert Milestone.objects.count() == len(timetable.USUAL)
    assert "begun already" in answer.content.decode()


def test_without_dialogue_days_nothing_can_be_counted():
    with pytest.raises(Fault):
        timetable.plan_usual(by=None, round=make.open_round())


def test_a_step_is_done_opened_and_taken_away(round, leader):
    made = step(round)
    where = reverse("organising:milestone", args=[made.pk])

    leader.post(where)
    made.refresh_from_db()
    assert made.done_at
    leader.post(where, {"undo": "1"})
    made.refresh_from_db()
    assert made.done_at is None
    leader.post(where, {"remove": "1"})
    assert not Milestone.objects.exists()
    assert Event.objects.filter(verb="organising.remove_milestone").exists()


def test_whoever_is_responsible_is_reminded_once_and_finds_it_in_their_work(round):
    person = core_group()
    made = step(round, responsible=person)

    timetable.remind_responsible()
    timetable.remind_responsible()

    assert Message.objects.get().to == person.email
    assert made.title in [task.title for task in tasks(person)]
    assert made.title not in [task.title for task in tasks(core_group())]


def test_what_is_far_or_done_is_not_reminded_of(round):
    person = core_group()
    step(round, responsible=person, due=make.soon(30))
    timetable.set_done(by=None, milestone=step(round, responsible=person), is_done=True)

    assert timetable.remind_responsible(make.soon(0) + timedelta(days=1)) == 0


def test_only_the_core_group_changes_the_timetable(round):
    made = step(round)

    for act in (
        lambda: timetable.plan(by=organiser(), round=round, title="x", due=make.soon()),
        lambda: timetable.plan_usual(by=organiser(), round=round),
        lambda: timetable.set_done(by=organiser(), milestone=made, is_done=True),
        lambda: timetable.remove(by=organiser(), milestone=made),
    ):
        with pytest.raises(PermissionDenied):
            act()
