"""The round's timetable: steps with a day and somebody responsible."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation

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


def test_the_usual_steps_are_read_by_each_in_their_own_language(round, leader):
    leader.post(page(round, "timetable-usual"))
    first = round.milestones.first()

    with translation.override("fi"):
        text = leader.get(page(round, "timetable")).content.decode()
        given = {"title": first.words, "due": first.due}
        timetable.change(by=core_group(), milestone=first, **given)

    assert "Yhteenveto julkaistu" in text
    first.refresh_from_db()
    assert first.words == "Topic proposals collected with organisers"


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


class TestChanging:
    def change(self, one, **fields):
        given = {"title": one.title, "due": one.due, "after": one.after, **fields}
        return timetable.change(by=None, milestone=one, **given)

    def test_a_step_is_changed_on_the_page(self, round, leader):
        one, due = step(round), make.soon(20)
        address = reverse("organising:milestone-edit", args=[one.pk])
        assert "Kutsut" in leader.get(address).content.decode()

        given = {"title": "Kutsut II", "due": due.isoformat()}
        assert leader.post(address, given).status_code == 302
        one.refresh_from_db()
        assert (one.title, one.due) == ("Kutsut II", due)

    def test_days_stay_in_order(self, round):
        first = step(round)
        second = step(round, title="Koulutus", due=make.soon(9), after=first)

        for one, due in ((second, make.soon(2)), (first, make.soon(10))):
            with pytest.raises(Fault, match="not in order"):
                self.change(one, due=due)
        with pytest.raises(Fault):
            step(round, due=make.soon(1), after=first)
        assert self.change(second, due=make.soon(3)).due == make.soon(3)

    def test_a_wrong_day_is_told_on_the_page_and_what_was_typed_stays(self, round, leader):
        first = step(round)
        second = step(round, title="Koulutus", due=make.soon(9), after=first)
        address = reverse("organising:milestone-edit", args=[second.pk])
        given = {"title": "Uusi nimi", "due": make.soon(1).isoformat(), "after": first.pk}

        answer = leader.post(address, given).content.decode()
        assert "The days are not in order" in answer
        assert "Uusi nimi" in answer

    def test_steps_never_go_round_in_a_circle(self, round):
        first = step(round)
        second = step(round, due=first.due, after=first)

        for after in (first, second):
            with pytest.raises(Fault, match="circle"):
                self.change(first, after=after)

    def test_taking_a_step_away_keeps_the_order_of_the_others(self, round):
        first = step(round)
        second = step(round, due=make.soon(5), after=first)
        third = step(round, due=make.soon(9), after=second)

        timetable.remove(by=None, milestone=second)

        third.refresh_from_db()
        assert third.after == first

    def test_the_usual_steps_follow_one_another(self, round):
        made = timetable.plan_usual(by=None, round=round)

        assert [one.after for one in made] == [None, *made[:-1]]

    def test_nobody_else_changes_a_step(self, round):
        one = step(round)
        with pytest.raises(PermissionDenied):
            timetable.change(by=organiser(), milestone=one, title="x", due=one.due)

    def test_the_calendar_follows(self, round, leader):
        one = step(round)
        address = reverse("organising:timetable-calendar", args=[round.slug])
        self.change(one, title="Siirretty kutsu", due=make.soon(20))

        text = leader.get(address).content.decode()
        assert "Siirretty kutsu" in text
        assert make.soon(20).strftime("%Y%m%d") in text
        timetable.remove(by=None, milestone=one)
        assert "VEVENT" not in leader.get(address).content.decode()
