"""Records from before the gate are looked through when the house is brought up to date."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from aukio.apps.dialogues.models import Finding, Record
from aukio.apps.dialogues.tests import factories as make

pytestmark = pytest.mark.django_db
step = import_module("aukio.apps.dialogues.migrations.0003_look_through_records")


def test_what_is_found_in_older_records_waits_for_a_decision_and_no_word_changes():
    record = make.record("Tunnus 131052-308T.\nIlta on pitkä.\n")
    step.look_through(apps, None)
    step.look_through(apps, None)

    assert list(Finding.objects.values_list("kind", "decision")) == [("identity", "")]
    assert Record.objects.get().text == record.text
