"""Events to test with, and a way to tamper with them behind the guards' back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from aukio.shared.accounts.models import Person
from aukio.shared.audit import guards
from aukio.shared.audit.actions import record
from aukio.shared.audit.models import Event


def person(email: str = "someone@example.fi") -> Person:
    return Person.objects.create_user(email, name="Someone")


def events(count: int) -> list[Event]:
    """``count`` events about one person, numbered in their detail."""
    target = person(f"target-of-{count}@example.fi")
    return [
        record(by=None, verb="tests.count", target=target, detail={"number": number})
        for number in range(1, count + 1)
    ]


@contextmanager
def guards_down() -> Iterator[None]:
    """As somebody who owns the database might."""
    guards.take_down(connection)
    try:
        yield
    finally:
        guards.put_up(connection)


def tamper(sql: str, *values: Any) -> None:
    with guards_down(), connection.cursor() as cursor:
        cursor.execute(sql, values)
