"""Codes of the notes in a round's data: what coders agree on, of notes that may be read."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues.coding import actions as coding
from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.models import Note
from aukio.apps.dialogues.open_data.tests.reading import everything, table
from aukio.apps.dialogues.tests.factories import core_group

pytestmark = pytest.mark.django_db
EXAMPLE = "Words that somebody said at a dialogue"


@pytest.fixture
def coded(client, made):
    """A code under another; one note that may be read whole has it, and one that may not."""
    people = core_group(), core_group()
    above = coding.add_code(by=people[0], round=made.round, words=Words("Getting about"))
    code = coding.add_code(
        by=people[0],
        round=made.round,
        words=Words("Buses", description="Of buses and their times", example=EXAMPLE),
        parent=above,
    )
    shown = Note.objects.get(pk=table(client, made.round.slug, "notes")[0]["id"])
    hidden = Note.objects.filter(record=made.secret).first()
    for note in (shown, hidden):
        coding.code_note(by=people[0], note=note, codes=[code.pk])
    return made, people, above, code, shown, hidden


def test_a_note_that_may_be_read_whole_tells_its_codes_and_those_above(client, coded):
    made, _people, above, code, shown, _hidden = coded
    codes = {int(one["id"]): one for one in table(client, made.round.slug, "codes")}
    (given,) = table(client, made.round.slug, "codings")

    assert given == {"note": str(shown.pk), "code": str(code.pk)}
    assert set(codes) == {above.pk, code.pk}
    assert codes[code.pk]["parent"] == str(above.pk)


def test_a_note_that_may_not_be_read_tells_nothing(client, coded):
    made, *_rest, hidden = coded
    assert str(hidden.pk) not in {one["note"] for one in table(client, made.round.slug, "codings")}


def test_the_example_of_a_code_and_its_coders_are_not_told(client, coded):
    made, people, *_rest = coded
    found = everything(client, made.round.slug)

    assert EXAMPLE not in found
    assert not any(one.email in found for one in people)


def test_what_coders_differ_on_is_not_told(client, coded):
    made, people, above, _code, shown, _hidden = coded
    coding.code_note(by=people[1], note=shown, codes=[above.pk])

    assert table(client, made.round.slug, "codings") == []
