"""Many writers at once: numbered without gaps, and the chain whole."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, transaction

from aukio.shared.audit.actions import record
from aukio.shared.audit.models import Event
from aukio.shared.audit.verification import verify

WRITERS, EACH = 8, 12


def write_some(_writer: int) -> None:
    try:
        for _turn in range(EACH):
            with transaction.atomic():
                record(by=None, verb="tests.count", target=None)
                time.sleep(random.random() / 500)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain():
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write_some, range(WRITERS)))

    numbers = list(Event.objects.values_list("sequence", flat=True))
    assert numbers == list(range(1, WRITERS * EACH + 1))
    assert verify().is_whole


def write_or_give_up(writer: int) -> None:
    try:
        with transaction.atomic():
            record(by=None, verb="tests.count", target=None)
            if writer % 2:
                raise OperationalError("given up")
    except OperationalError:
        pass
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_that_give_up_leave_no_gap():
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write_or_give_up, range(20)))

    assert list(Event.objects.values_list("sequence", flat=True)) == list(range(1, 11))
    assert verify().is_whole
