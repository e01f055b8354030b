"""Coding help: people's codes teach the machine, which says why and what to code next."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.meaning import propose_codes
from aukio.engines.meaning.command import group
from aukio.engines.meaning.tests.test_themes import clusters

SUBJECTS = ("liikenne", "koulu", "luonto")


def coded(notes, count):
    """The first notes with their subject: a note's number tells it."""
    return {note.id: {SUBJECTS[int(note.id[1:]) % 3]} for note in notes[:count]}


def test_the_rest_gets_the_codes_of_what_speaks_of_the_same():
    notes, vectors = clusters()
    found = propose_codes(notes, coded(notes, 12), embeddings=vectors)

    best = {one.id: one.code for one in reversed(found.proposals)}
    assert best == {note.id: SUBJECTS[int(note.id[1:]) % 3] for note in notes[12:]}


def test_every_proposal_says_why():
    notes, vectors = clusters()
    by_id = {note.id: note for note in notes}
    given_codes = coded(notes, 30)

    for one in propose_codes(notes, given_codes, embeddings=vectors).proposals:
        assert one.words
        assert all(word in by_id[one.id].text for word in one.words)
        assert one.like
        assert all(one.code in given_codes[name] for name in one.like)
        assert 0.4 <= one.confidence <= 1


def test_what_a_person_coded_is_never_proposed_for():
    notes, vectors = clusters()
    given_codes = coded(notes, 20)
    found = propose_codes(notes, given_codes, embeddings=vectors)

    assert not {one.id for one in found.proposals} & set(given_codes)
    assert not set(found.next_ids) & set(given_codes)


def test_too_few_examples_give_no_proposals_but_notes_from_every_subject():
    notes, vectors = clusters()
    found = propose_codes(notes, coded(notes, 9), embeddings=vectors, ask=6)

    assert not found.proposals
    assert {int(name[1:]) % 3 for name in found.next_ids} == {0, 1, 2}


def test_a_note_that_none_of_the_codes_fits_teaches_too():
    notes, vectors = clusters()
    given_codes = {
        name: codes if codes == {"koulu"} else set() for name, codes in coded(notes, 30).items()
    }
    found = propose_codes(notes, given_codes, embeddings=vectors)

    assert {int(one.id[1:]) % 3 for one in found.proposals} == {1}


def test_a_note_may_get_several_codes_or_exactly_one():
    notes, vectors = clusters()
    given_codes = {name: codes | {"arki"} for name, codes in coded(notes, 30).items()}
    several = propose_codes(notes, given_codes, embeddings=vectors).proposals
    one_each = propose_codes(notes, coded(notes, 30), embeddings=vectors, single=True).proposals

    assert len(several) > len(notes) - 30
    assert sorted(one.id for one in one_each) == sorted(note.id for note in notes[30:])


def test_from_many_examples_letters_help_where_meaning_cannot_tell():
    notes, vectors = clusters(each=100)
    blind = np.ones_like(vectors)
    found = propose_codes(notes, coded(notes, 210), embeddings=blind, single=True)

    right = [one.code == SUBJECTS[int(one.id[1:]) % 3] for one in found.proposals]
    assert sum(right) / len(right) > 0.95


def test_when_all_is_coded_nothing_is_left_to_propose():
    notes, vectors = clusters(each=4)
    assert propose_codes(notes, coded(notes, 12), embeddings=vectors) == propose_codes([], {})


def test_a_code_for_a_note_that_is_not_there_is_refused():
    notes, vectors = clusters(each=4)
    with pytest.raises(ValueError, match="No such note: stranger"):
        propose_codes(notes, {"stranger": {"koulu"}}, embeddings=vectors)


@settings(max_examples=15, deadline=None)
@given(st.integers(10, 40), st.integers(0, 12), st.booleans())
def test_the_same_coding_gives_the_same_proposals(count, ask, single):
    notes, vectors = clusters(each=16)
    first, second = (
        propose_codes(notes, coded(notes, count), embeddings=vectors, ask=ask, single=single)
        for _ in range(2)
    )
    assert first == second
    assert len(first.next_ids) <= ask


@pytest.fixture
def run(tmp_path):
    def call(rows, *options):
        notes = tmp_path / "notes.csv"
        notes.write_text("id;text\n" + "\n".join(f"{n};Bussi kulkee {n}" for n in range(14)))
        marks = tmp_path / "coded.csv"
        marks.write_text("id;code\n" + "\n".join(f"{name};{code}" for name, code in rows))
        words = ["codes", str(notes), "--text", "text", "--id", "id", "--coded", str(marks)]
        return CliRunner().invoke(group, [*words, *options])

    return call


def test_the_command_for_machines(run):
    done = run([(n, "bussit" if n % 2 else "") for n in range(11)], "--format", "json")

    assert done.exit_code == 0
    assert set(json.loads(done.stdout)) == {"proposals", "next"}
    assert set(json.loads(done.stdout)["next"]) <= {"11", "12", "13"}


def test_the_command_for_people(run):
    done = run([(1, "bussit")])

    assert "at least ten notes" in done.stdout
    assert "Code next:" in done.stdout


def test_the_command_names_the_row_of_an_unknown_note(run):
    done = run([(1, "bussit"), (99, "bussit")])

    assert done.exit_code == 2
    assert "coded.csv, row 3, column “id”: There is no note “99”." in done.stderr
