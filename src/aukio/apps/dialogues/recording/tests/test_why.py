"""Each hint of the gate says why it is one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.recording.why import why_found
from aukio.apps.dialogues.tests import factories as make

TEXT = "Silloin Korhonen sanoi.\n54-vuotias opettaja muutti Kuhmoon.\n"


@pytest.mark.parametrize(
    ("kind", "words", "certain", "told"),
    [
        ("name", "Korhonen", False, "plain word"),
        ("name", "Matti Korhonen", True, ""),
        ("rare", "54-vuotias opettaja muutti Kuhmoon", False, "age, task, place"),
        ("rare", "ainoa lääkäri", False, "the only one"),
        ("rare", "", False, ""),
        ("rare", "██████", False, ""),
        ("phone", "040 1234567", True, ""),
    ],
)
def test_a_hint_says_why(kind, words, certain, told):
    why = why_found(kind, words, certain=certain)

    assert told in why
    assert bool(why) == bool(told)


@pytest.mark.django_db
def test_the_gate_shows_why_to_the_organiser(client):
    dialogue = make.DialogueFactory()
    who = make.organiser(dialogue.organiser)
    record = actions.import_record(by=who, dialogue=dialogue, reading=make.reading(TEXT))
    client.force_login(who)

    text = client.get(reverse("recording:gate", args=[record.pk])).content.decode()

    assert "by itself" in text
    assert "These are told together: age, task, place." in text
