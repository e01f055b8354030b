"""The database itself refuses changes to the chain."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from aukio.shared.audit.models import Event
from aukio.shared.audit.tests import factories
from aukio.shared.audit.verification import verify


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_event SET verb = 'tests.other' WHERE sequence = 1",
        "DELETE FROM audit_event WHERE sequence = 2",
        "DELETE FROM audit_event",
        "DELETE FROM audit_head",
        "UPDATE audit_head SET sequence = 1",
    ],
)
def test_plain_sql_is_refused(sql: str):
    factories.events(2)

    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(sql)

    assert verify().is_whole


@pytest.mark.django_db
def test_truncate_is_refused_on_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE.")
    factories.events(1)

    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute("TRUNCATE audit_event")


@pytest.mark.django_db(transaction=True)
def test_emptying_the_whole_database_is_possible_and_the_guards_stand_afterwards():
    factories.events(2)

    call_command("flush", interactive=False, verbosity=0)

    assert not Event.objects.exists()
    assert factories.events(1)[0].sequence == 1
    with pytest.raises(DatabaseError, match="never changed or removed"):
        connection.cursor().execute("DELETE FROM audit_event")
