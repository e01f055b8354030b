"""Triggers that refuse to change or remove an event, in the database itself.

They stop accidents and stray SQL. Somebody who owns the database can drop them; that is
what the chain, and a head hash noted elsewhere, are for.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "an audit event is never changed or removed"

SQLITE = {
    "audit_event_no_update": f"""
        CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    "audit_event_no_delete": f"""
        CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    "audit_head_no_delete": f"""
        CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    "audit_head_only_forward": f"""
        CREATE TRIGGER audit_head_only_forward BEFORE UPDATE ON audit_head
        WHEN NEW.sequence < OLD.sequence
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
}

POSTGRESQL = [
    f"""
    CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$""",
    """
    CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """
    CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """
    CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """
    CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
    """
    CREATE TRIGGER audit_head_only_forward BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.sequence < OLD.sequence) EXECUTE FUNCTION audit_refuse()""",
]
POSTGRESQL_TRIGGERS = [
    ("audit_event_no_change", "audit_event"),
    ("audit_event_no_truncate", "audit_event"),
    ("audit_head_no_delete", "audit_head"),
    ("audit_head_no_truncate", "audit_head"),
    ("audit_head_only_forward", "audit_head"),
]


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers; they must not be there yet."""
    _run(connection, POSTGRESQL if _is_postgresql(connection) else list(SQLITE.values()))


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers: for emptying the whole database, and for migrating back."""
    if _is_postgresql(connection):
        names = [
            f"DROP TRIGGER IF EXISTS {trigger} ON {table}" for trigger, table in POSTGRESQL_TRIGGERS
        ]
    else:
        names = [f"DROP TRIGGER IF EXISTS {trigger}" for trigger in SQLITE]
    _run(connection, names)


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _is_postgresql(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql"
