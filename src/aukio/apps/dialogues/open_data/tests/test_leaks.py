"""What may not be read is in no file and on no page: each test tries to find it."""

from __future__ import annotations

import re

import pytest

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.impact.tests import factories as impact
from aukio.apps.dialogues.models import Gate, Permission, Record
from aukio.apps.dialogues.open_data.tests.reading import everything, table, tree
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.terms.tests.factories import term

QUOTED = "Kukaan ei soita"
OPEN = "Bussen går inte på kvällen."


def test_what_is_permitted_is_there(client, made):
    text = everything(client, made.round.slug)

    assert QUOTED in text
    assert OPEN in text


def test_a_record_without_permission_is_nowhere(client, made):
    text = everything(client, made.round.slug)

    assert "Tätä en halua" not in text
    assert "Salaisuus" not in text
    assert "Kirjastossa sanotaan" not in text  # of a record that may be quoted only


def test_a_record_that_its_organiser_holds_is_nowhere(client, made):
    held = make.record("Pidätetty sana.\n", round=made.round, permission=Permission.WHOLE)
    Record.objects.filter(pk=held.pk).update(gate=Gate.HELD)
    actions.correct(by=None, round=made.round, reason="Lisäys")

    assert "Pidätetty" not in everything(client, made.round.slug, versions=2)


def test_a_withdrawn_permission_empties_every_file_at_once(client, made):
    everything(client, made.round.slug)
    for record in made.records:
        actions.set_permission(by=None, record_=record, permission=Permission.NONE)

    text = everything(client, made.round.slug)

    assert QUOTED not in text
    assert "Ingen ringer" not in text
    assert OPEN not in text
    assert table(client, made.round.slug, "quotes") == []
    assert table(client, made.round.slug, "notes") == []
    assert [row["withdrawn"] for row in table(client, made.round.slug, "sentences")] == ["2"]


def test_work_that_has_not_been_published_is_nowhere(client, made):
    actions.create_theme(by=None, round=made.round, title={"fi": "Julkaisematon teema"})
    actions.write_sentence(
        by=None, theme=made.theme, texts={"fi": "Keskeneräinen."}, statuses={"fi": "original"}
    )

    text = everything(client, made.round.slug)

    assert "Julkaisematon" not in text
    assert "Keskeneräinen" not in text


def test_numbers_of_few_people_are_nowhere(client, made):
    term("18-29", vocabulary="age-bands")
    term("30-50", vocabulary="age-bands")
    actions.count_people(
        by=None, dialogue=made.dialogues[0], participants=14, age_bands={"18-29": 9, "30-50": 3}
    )
    actions.count_people(by=None, dialogue=made.dialogues[1], participants=3)
    actions.correct(by=None, round=made.round, reason="Lisäys")

    rows = {row["id"]: row["participants"] for row in table(client, made.round.slug, "dialogues")}
    told = tree(client, made.round.slug)

    assert rows[str(made.dialogues[0].pk)] == "14"
    assert rows[str(made.dialogues[1].pk)] == ""
    assert told["figures"]["participants"] == 28
    assert [(one["code"], one["at_least"]) for one in told["people"]] == [("18-29", 5)]


def test_nobody_s_address_or_name_is_in_them(client, made):
    asked = impact.question()
    asked.contact.name = "Omistaja Esimerkki"
    asked.contact.save()

    text = everything(client, asked.round.slug)

    assert "Omistaja" not in text
    assert re.search(r"\w@\w", text) is None


def test_what_owners_were_asked_and_answered_is_there(client, db):
    asked = impact.question()
    impact.answer(asked)

    answers = table(client, asked.round.slug, "answers")
    questions = table(client, asked.round.slug, "questions")

    assert [row["id"] for row in questions] == [str(asked.pk)]
    assert [row["question"] for row in answers] == [str(asked.pk)]
    assert answers[0]["heard"]


@pytest.mark.parametrize("text", ["=1+1", "+358", "-x", "@here", "\tx"])
def test_a_cell_is_never_a_formula(client, made, text):
    type(made.dialogues[0]).objects.filter(pk=made.dialogues[0].pk).update(title=text)
    actions.correct(by=None, round=made.round, reason="Nimi")

    titles = [row["title"] for row in table(client, made.round.slug, "dialogues")]

    assert f"'{text}" in titles
    assert text in [one["title"] for one in tree(client, made.round.slug)["dialogues"]]
