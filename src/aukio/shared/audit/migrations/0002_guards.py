"""Triggers that refuse changes. SQLite drops them when a table is rebuilt: a later migration
that alters these tables takes the guards down first and puts them up afterwards."""

from django.db import migrations

from aukio.shared.audit import guards


def put_up(apps, schema_editor):
    guards.put_up(schema_editor.connection)


def take_down(apps, schema_editor):
    guards.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
