"""Recording an event."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.functional import lazystr

from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Code
from aukio.shared.audit.actions import record
from aukio.shared.audit.models import AppendOnlyError, Event, Head
from aukio.shared.audit.tests import factories

pytestmark = pytest.mark.django_db


def test_an_event_tells_who_did_what_to_what():
    doer, target = factories.person("a@example.fi"), factories.person("b@example.fi")

    event = record(by=doer, verb="tests.greet", target=target, detail={"times": 2})

    event.refresh_from_db()
    assert (event.actor_kind, event.actor_id) == ("person", doer.pk)
    assert (event.target_type, event.target_id) == ("accounts.person", str(target.pk))
    assert event.detail == {"times": 2}


def test_events_are_numbered_without_gaps():
    assert [event.sequence for event in factories.events(4)] == [1, 2, 3, 4]


def test_each_event_carries_the_hash_of_the_one_before():
    first, second = factories.events(2)

    assert second.previous_hash == first.hash
    assert first.previous_hash == "0" * 64


def test_the_head_row_holds_the_count_and_the_last_hash():
    last = factories.events(3)[-1]

    head = Head.objects.get()
    assert (head.sequence, head.hash) == (3, last.hash)


def test_the_service_itself_acts_without_an_id():
    event = record(by=None, verb="tests.sweep", target=None)

    assert (event.actor_kind, event.actor_id, event.target_type) == ("system", None, "")


def test_a_visitor_acts_without_an_id():
    event = record(by=AnonymousUser(), verb="tests.look", target=None)

    assert (event.actor_kind, event.actor_id) == ("visitor", None)


def test_the_holder_of_a_code_is_told_apart_from_a_person():
    codes.issue("tests.follow", factories.person())
    code = Code.objects.get()

    event = record(by=code, verb="tests.withdraw", target=code)

    assert (event.actor_kind, event.actor_id) == ("code", code.pk)


def test_an_address_in_the_detail_is_put_away():
    words = {"note": "write to liisa.virtanen@example.fi, please", "list": ["a@b.fi"]}

    event = record(by=None, verb="tests.write", target=None, detail=words)

    assert event.detail == {"note": "write to [e-mail], please", "list": ["[e-mail]"]}


def test_values_json_does_not_know_become_text():
    detail = {"day": date(2026, 1, 2), "label": lazystr("name"), "ids": {2, 1}, "nul": "a\0b"}

    event = record(by=None, verb="tests.write", target=None, detail=detail)

    event.refresh_from_db()
    assert event.detail["day"] == "2026-01-02"
    assert event.detail["ids"] == [1, 2]
    assert event.detail["nul"] == "ab"


@pytest.mark.parametrize("number", [1.5, 1e20, -0.0, 1e-9, 12345678901234567890, float("nan")])
def test_numbers_come_back_from_the_database_with_the_same_hash(number):
    event = record(by=None, verb="tests.measure", target=None, detail={"value": number})

    from aukio.shared.audit.verification import verify

    assert event.pk
    assert verify().is_whole


def test_an_event_is_undone_with_the_change_it_tells_of():
    with pytest.raises(RuntimeError), transaction.atomic():
        factories.events(1)
        raise RuntimeError

    assert not Event.objects.exists()
    assert factories.events(2)[0].sequence == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: Event.objects.filter(pk=event.pk).update(verb="tests.other"),
        lambda event: Event.objects.all().delete(),
        lambda event: Event.objects.bulk_create([event]),
        lambda event: Event.objects.bulk_update([event], ["verb"]),
    ],
)
def test_the_model_refuses_every_change(change):
    event = factories.events(1)[0]

    with pytest.raises(AppendOnlyError):
        change(event)
