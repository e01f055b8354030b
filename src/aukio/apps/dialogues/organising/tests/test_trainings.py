"""Trainings with the same sign-up as dialogues; people counted afterwards."""

from __future__ import annotations

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aukio.apps.dialogues.organising.actions import training
from aukio.apps.dialogues.organising.models import SignUp, Training
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import organiser
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def plan(**fields):
    given = {
        "round": None,
        "title": "Ohjaajan perusteet",
        "day": make.soon(10),
        "begins": time(9),
        "places": 1,
        "online_address": "https://meet.example.org/room",
        **fields,
    }
    return training.plan_training(by=None, **given)


def held(**fields):
    made = plan(**fields)
    made.gathering.day = make.soon(-1)
    made.gathering.save()
    return made


def page(made, name="training"):
    return reverse(f"organising:{name}", args=[made.pk])


def test_anyone_signs_up_and_waits_in_order(client):
    made = plan()
    client.post(page(made), {"name": "Maija", "email": "maija@example.org"})
    text = client.post(page(made), {"name": "Kalle"}, follow=True).content.decode()

    assert "Your turn: 1." in text
    assert SignUp.objects.filter(has_place=True).get().name == "Maija"
    assert "https://meet.example.org/room" in Message.objects.get().text


def test_the_list_tells_free_places_and_keeps_the_address_to_those_who_come(client):
    made = plan(places=5)

    listed = client.get(reverse("organising:trainings")).content.decode()
    text = client.get(page(made)).content.decode()

    assert "Ohjaajan perusteet" in listed
    assert "meet.example.org" not in listed + text


def test_a_training_that_has_been_held_is_not_found(client):
    assert client.get(page(held())).status_code == 404


def test_a_name_is_needed(client):
    answer = client.post(page(plan()), {"name": ""})

    assert "govuk-error-summary" in answer.content.decode()
    assert not SignUp.objects.exists()


def test_the_core_group_announces_a_training(leader):
    round, day = make.open_round(), make.soon(5)
    given = {"title": "Kirjaajan koulutus", "begins": "9", "language": "sv", "places": "30",
             "day-day": day.day, "day-month": day.month, "day-year": day.year}  # fmt: skip

    leader.post(reverse("organising:trainings-desk", args=[round.slug]), given)

    made = Training.objects.get()
    assert (made.round, made.begins, made.gathering.places) == (round, time(9), 30)


def test_a_training_that_cannot_be_used_is_explained(leader):
    where = reverse("organising:trainings-desk", args=[make.open_round().slug])

    answer = leader.post(where, {"title": "", "places": "0", "begins": "x"})

    assert "govuk-error-summary" in answer.content.decode()
    assert not Training.objects.exists()


def test_the_trained_are_counted_after_the_day(leader):
    made = held()

    leader.post(page(made, "training-desk"), {"attended": "14"})

    made.refresh_from_db()
    assert made.attended == 14


def test_nobody_is_counted_before_the_day():
    with pytest.raises(Fault):
        training.count_attended(by=None, training=plan(), attended=3)


def test_the_core_group_sees_who_comes_to_a_training(leader):
    made = plan()
    make.signed_up(made.gathering, name="Maija", diet="nuts")

    text = leader.get(page(made, "training-desk")).content.decode()

    assert "Maija" in text
    assert "nuts" in text


def test_only_the_core_group_plans_and_counts():
    person = organiser()

    for act in (
        lambda: training.plan_training(
            by=person, round=None, title="x", day=make.soon(), begins=time(9), places=1
        ),
        lambda: training.count_attended(by=person, training=held(), attended=1),
    ):
        with pytest.raises(PermissionDenied):
            act()
