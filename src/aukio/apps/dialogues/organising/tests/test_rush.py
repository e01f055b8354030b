"""Two hundred people sign up at once for twenty-five places: real threads and transactions.

The same test runs on SQLite and on PostgreSQL (`make test` runs the rooms on both).
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.organising.actions import places
from aukio.apps.dialogues.organising.models import SignUp
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.shared.accounts import codes
from aukio.shared.audit.verification import verify

PEOPLE, PLACES, AT_ONCE = 200, 25, 50
pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(act, given):
    """Everything in threads that wait for one another before the first begins."""
    ready = threading.Barrier(AT_ONCE)
    began = threading.local()

    def one(what):
        if not getattr(began, "yes", False):
            began.yes = True
            ready.wait(timeout=60)
        return act(what)

    def leave(_turn):
        ready.wait(timeout=60)
        connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(one, given))
        list(pool.map(leave, range(AT_ONCE)))
    return found


def test_two_hundred_people_twenty_five_places_nobody_lost():
    told = make.announcement(places=PLACES)
    where = reverse("organising:sign-up", args=[told.key])

    def sign_up(number):
        return Client().post(where, {"name": f"Kävijä {number}", "diet": f"ruoka {number}"})

    answers = all_at_once(sign_up, range(PEOPLE))

    rows = list(SignUp.objects.order_by("number"))
    assert [answer.status_code for answer in answers] == [302] * PEOPLE
    assert {one.name for one in rows} == {f"Kävijä {number}" for number in range(PEOPLE)}
    assert [one.has_place for one in rows] == [True] * PLACES + [False] * (PEOPLE - PLACES)
    assert [one.at for one in rows] == sorted(one.at for one in rows)
    tokens = {answer["Location"].rstrip("/").rsplit("/", 1)[1] for answer in answers}
    opened = {codes.find(token, places.PURPOSE).target_id for token in tokens}
    assert opened == {str(one.pk) for one in rows}
    assert verify().is_whole


def test_a_hundred_cancel_while_a_hundred_come_and_no_place_stays_empty():
    held = make.gathering(places=PLACES)
    first = [make.signed_up(held)[0] for _turn in range(60)]
    leaving = first[::2]

    def act(turn):
        if turn < len(leaving):
            places.cancel(by=None, sign_up=leaving[turn])
        else:
            make.signed_up(held, name=f"Uusi {turn}")

    all_at_once(act, range(100))

    rows = list(SignUp.objects.order_by("number"))
    assert len(rows) == 60 - 30 + 70
    assert [one.has_place for one in rows] == [True] * PLACES + [False] * (len(rows) - PLACES)
