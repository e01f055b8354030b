"""Django's ``flush``, which empties the whole database, with the audit guards stood down.

Emptying everything is the operator's own decision and asks for confirmation; without this
the guards would refuse it half-way. Afterwards the guards stand again.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from aukio.shared.audit import guards


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        if "audit_event" not in connection.introspection.table_names():
            super().handle(**options)
            return
        guards.take_down(connection)
        try:
            super().handle(**options)
        finally:
            guards.put_up(connection)
