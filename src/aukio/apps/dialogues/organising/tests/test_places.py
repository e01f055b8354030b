"""Taking a place, the waiting list, giving a place up."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from aukio.apps.dialogues.organising.actions import places
from aukio.apps.dialogues.organising.models import Needs, SignUp
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Code
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def test_the_first_get_the_places_and_the_rest_wait_in_order():
    held = make.gathering(places=2)

    people = [make.signed_up(held)[0] for _turn in range(5)]

    assert [one.has_place for one in people] == [True, True, False, False, False]
    assert [one.number for one in people] == sorted(one.number for one in people)


def test_the_code_opens_ones_own_sign_up():
    signed, token = make.signed_up(make.gathering())

    assert codes.find(token, places.PURPOSE).target == signed


def test_names_addresses_and_needs_cannot_be_read_from_the_database():
    make.signed_up(
        make.gathering(), name="Maija", email="maija@example.org", access="tulkki", diet="pähkinä"
    )

    rows = [str(row) for model in (SignUp, Needs) for row in model.objects.values()]
    assert not [word for word in ("Maija", "maija@", "tulkki", "pähkinä") if word in str(rows)]
    assert SignUp.objects.get().name == "Maija"
    assert Needs.objects.get().diet == "pähkinä"


def test_needs_are_kept_apart_and_have_a_day_on_which_they_go():
    held = make.gathering()
    make.signed_up(held, access="luiska")
    make.signed_up(held)

    assert Needs.objects.get().delete_on == held.day + timedelta(days=2)


def test_sending_the_same_form_twice_takes_one_place():
    held, once = make.gathering(), uuid.uuid4()

    first, _token = make.signed_up(held, once=once)
    again, token = make.signed_up(held, once=once)

    assert first == again
    assert SignUp.objects.count() == 1
    assert codes.find(token, places.PURPOSE) is not None


def test_a_cancelled_place_goes_to_the_first_who_waits_and_they_are_told():
    held = make.gathering(places=1)
    first, token = make.signed_up(held, email="first@example.org")
    second, _token = make.signed_up(held, email="second@example.org")
    third, _token = make.signed_up(held)

    promoted = places.cancel(by=codes.find(token, places.PURPOSE), sign_up=first)

    assert promoted == second
    assert not SignUp.objects.filter(pk=first.pk).exists()
    assert SignUp.objects.get(pk=second.pk).has_place
    assert not SignUp.objects.get(pk=third.pk).has_place
    told = Message.objects.filter(to="second@example.org").order_by("pk").last()
    assert told.subject == "Paikka vapautui: voit tulla"
    assert "/place/" in told.text


def test_cancelling_one_who_waits_gives_nobody_a_place():
    held = make.gathering(places=1)
    make.signed_up(held)
    waiting, _token = make.signed_up(held)
    last, _token = make.signed_up(held)

    assert places.cancel(by=None, sign_up=waiting) is None
    assert not SignUp.objects.get(pk=last.pk).has_place


def test_a_code_dies_with_the_sign_up():
    signed, token = make.signed_up(make.gathering())

    places.cancel(by=None, sign_up=signed)

    assert codes.find(token, places.PURPOSE) is None
    assert places.cancel(by=None, sign_up=signed) is None


def test_more_places_are_filled_from_the_waiting_list():
    held = make.gathering(places=1)
    people = [make.signed_up(held)[0] for _turn in range(4)]

    places.set_places(gathering=held, places=3)

    assert [SignUp.objects.get(pk=one.pk).has_place for one in people] == [True, True, True, False]


def test_fewer_places_take_nobodys_place_away():
    held = make.gathering(places=3)
    for _turn in range(3):
        make.signed_up(held)

    places.set_places(gathering=held, places=1)

    assert SignUp.objects.filter(has_place=True).count() == 3
    assert not make.signed_up(held)[0].has_place


@pytest.mark.parametrize(
    "wrong",
    [{"name": " "}, {"name": "x" * 81}, {"email": "not an address"}, {"diet": "x" * 501}],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_stored(wrong):
    held = make.gathering()

    with pytest.raises(Fault) as fault:
        make.signed_up(held, **wrong)

    assert fault.value.what
    assert not SignUp.objects.exists()
    assert not Code.objects.exists()


@pytest.mark.parametrize(
    "closed", [{"is_open": False}, {"closes_on": make.soon(-1)}, {"day": make.soon(-1)}]
)
def test_nobody_signs_up_when_it_is_over(closed):
    with pytest.raises(Fault):
        make.signed_up(make.gathering(**closed))


def test_what_one_told_can_be_corrected_and_taken_away():
    signed, token = make.signed_up(make.gathering(), access="luiska")
    code = codes.find(token, places.PURPOSE)

    places.change(by=code, sign_up=signed, name="Uusi", diet="vegaani")

    signed.refresh_from_db()
    assert signed.name == "Uusi"
    assert Needs.objects.get().access == ""
    places.change(by=code, sign_up=signed, name="Uusi")
    assert not Needs.objects.exists()


def test_the_audit_tells_numbers_and_no_names():
    signed, _token = make.signed_up(make.gathering(), name="Maija", email="maija@example.org")
    places.cancel(by=None, sign_up=signed)

    events = str(list(Event.objects.values("verb", "detail")))
    assert "organising.sign_up" in events
    assert "organising.cancel_sign_up" in events
    assert "Maija" not in events
    assert "maija@" not in events


def test_signing_up_asks_the_database_the_same_number_of_times_however_many_wait(
    django_assert_max_num_queries,
):
    held = make.gathering(places=1)
    for _turn in range(30):
        make.signed_up(held)

    with django_assert_max_num_queries(20):
        make.signed_up(held)
    assert connection.queries_log is not None
