"""What the service does by itself: reminders once, and forgetting in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from aukio.apps.dialogues.organising.actions import announcing, reminding
from aukio.apps.dialogues.organising.models import Needs, SignUp
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.shared.accounts.models import Code
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def letters(to):
    return Message.objects.filter(to=to).order_by("pk")


def test_participants_with_a_place_are_reminded_once():
    made = make.announcement(places=1)
    make.signed_up(made.gathering, email="tulija@example.org")
    make.signed_up(made.gathering, email="odottaja@example.org")
    near = made.gathering.day - timedelta(days=2)

    assert reminding.remind_participants(near - timedelta(days=1)) == 0
    assert reminding.remind_participants(near) == 1
    assert reminding.remind_participants(near) == 0
    assert letters("tulija@example.org").count() == 2
    assert letters("odottaja@example.org").count() == 1


@pytest.mark.parametrize(("before", "told"), [(21, 1), (20, 1), (12, 0), (7, 1), (2, 1), (-1, 1)])
def test_an_organiser_is_reminded_of_what_is_not_ticked(before, told):
    made = make.announcement(day=make.soon(30))
    day = made.dialogue.date - timedelta(days=before)

    reminding.remind_organisers(day)
    reminding.remind_organisers(day)

    assert letters("otso@example.org").count() == told


def test_nothing_is_sent_of_a_dialogue_that_was_called_off_or_is_sample():
    called_off = make.announcement(day=make.soon(30))
    announcing.call_off(by=None, announcement=called_off)
    make.announcement(day=make.soon(30), round=make.open_round(is_sample=True))

    assert reminding.remind_organisers(make.soon(30) - timedelta(days=7)) == 0


def test_what_is_ticked_is_not_asked_again():
    made = make.announcement(day=make.soon(30))
    for step in ("people", "invite", "place"):
        announcing.tick(by=None, announcement=made, step=step)

    reminding.remind_organisers(made.dialogue.date - timedelta(days=21))

    assert not letters("otso@example.org").exists()


def test_needs_go_first_and_names_when_their_days_are_over():
    made = make.announcement(kept_days=5)
    make.signed_up(made.gathering, access="luiska")
    day = made.gathering.day

    assert reminding.forget_needs(day + timedelta(days=1)) == 0
    assert reminding.forget_needs(day + timedelta(days=2)) == 1
    assert not Needs.objects.exists()
    assert reminding.forget_sign_ups(day + timedelta(days=4)) == 0
    assert reminding.forget_sign_ups(day + timedelta(days=5)) == 1
    assert not SignUp.objects.exists()
    assert not Code.objects.filter(revoked=None).exists()


def test_others_names_stay():
    make.signed_up(make.announcement(day=make.soon(60)).gathering)

    assert reminding.forget_sign_ups(make.soon(30)) == 0
    assert SignUp.objects.count() == 1
